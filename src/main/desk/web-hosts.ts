import type { PublishTarget } from '../../shared/content/index.ts'
import type { HostWish, WebHostFound } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import {
  canRead,
  keyShownBy,
  type NotReached,
  seeFolder,
  type WayIn,
  type WebHost,
  wayInSchema,
} from '../publish/index.ts'
import { workspaceKey } from '../settings/index.ts'
import { keepSecret, whereKept } from './kept-secrets.ts'
import type { Session } from './session.ts'
import { setConfig } from './set-up.ts'

/**
 * The web hosts that the site is put on. Which server, which folder and by which key it is known are the team's, in
 * `signpost.yml`; what somebody signs in with is theirs, on this computer, and was given for that one key.
 */

type SftpTarget = Extract<PublishTarget, { kind: 'sftp' }>

const secretKey = (root: string, { host, port, user }: WebHost) =>
  `web host ${workspaceKey(root)} ${user}@${host}:${port}`

const isSftp = (target: PublishTarget): target is SftpTarget => target.kind === 'sftp'

export async function webHosts({ world, workspace }: Session): Promise<WebHostFound[]> {
  const hosts = workspace.config().publish.targets.filter(isSftp)
  return await Promise.all(
    hosts.map(async ({ kind: _, ...host }) => ({
      ...host,
      secretKept: await whereKept(world, secretKey(workspace.root, host)),
    })),
  )
}

/** What this person signs in to a host with, or null where nothing is kept, or nothing that can be read. */
export async function wayInto(
  { world, workspace }: Pick<Session, 'world' | 'workspace'>,
  host: WebHost,
): Promise<WayIn | null> {
  const given = world.webHost
  if (given?.host === host.host && given.port === host.port && given.user === host.user) return given.wayIn
  const kept = await world.secrets.get(secretKey(workspace.root, host))
  if (kept === null) return null
  try {
    return wayInSchema.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

/** The key that a server shows at this moment; nobody signs in. */
export async function lookAtHost(
  host: Pick<SftpTarget, 'host' | 'port'>,
): Promise<{ kind: 'key'; hostKey: string } | Refusal> {
  const shown = await keyShownBy(host, {})
  return shown.kind === 'waiting' ? notThere(shown) : shown
}

/** Trusts the key for the whole team, and keeps what this person signs in with: once it was tried, and only if it works. */
export async function trustHost(
  session: Session,
  { secret, hostKey, ...host }: HostWish,
): Promise<{ kind: 'kept'; in: 'keychain' | 'this-session' } | Refusal> {
  const config = session.workspace.config()
  const isIt = (target: PublishTarget) =>
    isSftp(target) && target.host === host.host && target.port === host.port && target.user === host.user
  const [target] = config.publish.targets.filter(isSftp).filter(isIt)
  if (target === undefined) return noSuchHost
  if (secret.kind === 'key' && !(await canRead(secret.privateKey, secret.passphrase))) return unreadableKey
  const wayIn: WayIn =
    secret.kind === 'key'
      ? { hostKey, privateKey: secret.privateKey, passphrase: secret.passphrase }
      : { hostKey, password: secret.password }
  const seen = await seeFolder({ ...target, hostKey }, wayIn)
  if (seen.kind !== 'seen') return seen.kind === 'waiting' ? notThere(seen) : seen
  if (target.hostKey !== hostKey) {
    const targets = config.publish.targets.map(each => (isIt(each) ? { ...each, hostKey } : each))
    const set = await setConfig(session, { ...config, publish: { ...config.publish, targets } })
    if (isRefusal(set)) return set
  }
  const key = secretKey(session.workspace.root, host)
  return { kind: 'kept', in: await keepSecret(session.world, key, JSON.stringify(wayIn)) }
}

function notThere({ place = 'the web host' }: NotReached): Refusal {
  return refuse(
    'host-away',
    `Nobody answers at ${place} now. Nothing was changed.`,
    'Check the name of the server and the port, and that this laptop is online, then try again.',
  )
}

const noSuchHost = refuse(
  'no-such-host',
  'The settings do not name this web host any more. Nothing was changed.',
  'Keep the settings with the web host in them first.',
)
const unreadableKey = refuse(
  'unreadable-key',
  'This is no private key that Signpost can read, or the passphrase is another one. Nothing was kept.',
  'Paste the whole key, from “-----BEGIN” to “-----END”, and write the passphrase that it was made with.',
)
