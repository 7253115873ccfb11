import type { StepFound } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { testConnection as walkSteps } from '../git/index.ts'
import { workspaceKey } from '../settings/index.ts'
import { serverClockTrouble } from '../workspace/index.ts'
import { keepSecret, whereKept } from './kept-secrets.ts'
import type { Session, World } from './session.ts'

/** The shared copy's address is the workspace's; the token is the person's, and is in the keychain or in memory alone. */

const secretKey = (root: string) => `workspace ${workspaceKey(root)}`

export async function tokenOf({ world, workspace }: Pick<Session, 'world' | 'workspace'>): Promise<string | null> {
  return world.token ?? (await world.secrets.get(secretKey(workspace.root)))
}

export async function keepToken({ world }: Pick<Session, 'world'>, root: string, token: string): Promise<void> {
  await keepSecret(world, secretKey(root), token)
}

export async function connection(session: Session): Promise<{
  address: string | null
  secretKept: 'keychain' | 'this-session' | 'none'
}> {
  const secretKept = await whereKept(session.world, secretKey(session.workspace.root))
  return { address: await session.history.remote(), secretKept }
}

/** Connects a workspace to its shared copy and shares at once, so that a wrong address or token is told here and now. */
export async function connect(session: Session, address: string, token: string): Promise<{ kind: 'ok' } | Refusal> {
  const before = await session.history.remote()
  if (token.trim() === '' && before !== null && !sameHost(before, address)) {
    return refuse(
      'token-needed',
      'This address is on another host, and your access token for the first one is not sent there. Nothing was changed.',
      'Enter the access token that you have for this address too.',
    )
  }
  const set = await session.history.setRemote(address.trim())
  if (isRefusal(set)) return set
  if (token.trim() !== '') await keepToken(session, session.workspace.root, token.trim())
  const result = await session.sharing.now()
  return result !== null && isRefusal(result) ? result : { kind: 'ok' }
}

/**
 * Walks the steps to a shared copy: that of the open workspace, or another that somebody is about to use. The token that is
 * kept goes to the host that it is for, and to no other.
 */
export async function* testConnection(
  world: World,
  session: Session | null,
  wish: { address: string | null; token: string },
  signal?: AbortSignal,
): AsyncGenerator<StepFound> {
  const known = (await session?.history.remote()) ?? null
  const address = wish.address ?? known ?? ''
  const kept = session !== null && known !== null && sameHost(known, address) ? await tokenOf(session) : null
  const token = wish.token.trim() || kept
  yield* walkSteps({
    address: address.trim(),
    auth: token === null ? null : { token },
    http: world.fetch,
    now: world.now,
    knows: session === null ? null : version => session.history.knows(version),
    clock: served => serverClockTrouble(world.now(), served),
    signal,
  })
}

function sameHost(one: string, other: string): boolean {
  const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)
  return hostOf(one) === hostOf(other.trim())
}
