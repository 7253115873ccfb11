import { basename } from 'node:path'
import { slugify } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble, nodeDisk, orDiskTrouble } from '../files/index.ts'
import { cameSoFar, giveUpJoining, joiningFolder, joinRemote, type Progress, readAddress } from '../git/index.ts'
import { type Joining, withJoining, withMe, withoutJoining, workspaceKey } from '../settings/index.ts'
import { takeLock } from '../workspace/index.ts'
import { keepToken } from './connection.ts'
import type { World } from './session.ts'
import { type Begun, folderFor, readPerson } from './start.ts'

export interface JoinWish {
  address: string
  name: string
  email: string
  token: string
  folder?: string | undefined
}

/** The team's workspace as a new folder on this computer, or what is still missing of one that was begun before. */
export async function beginJoin(
  world: World,
  wish: JoinWish,
  progress: { onProgress(progress: Progress): void; signal: AbortSignal },
): Promise<Begun | Refusal> {
  const me = readPerson(wish)
  if (isRefusal(me)) return me
  const address = readAddress(wish.address)
  if (isRefusal(address)) return address
  const claimed = await claim(world, address.url, wish)
  if (isRefusal(claimed)) return claimed
  const { folder, isBegun } = claimed
  const token = wish.token.trim()
  return aloneAt(world, folder, async () => {
    const options = { address: wish.address.trim(), folder, isBegun, token, by: me, http: world.fetch, ...progress }
    const joined = await joinRemote(options)
    if (isRefusal(joined)) return joined
    await keepToken({ world }, folder, token)
    await world.settings.change(data => withMe(data, me, workspaceKey(folder)))
    return { kind: 'begun' as const, root: folder }
  })
}

/**
 * Where an address is joined, noted before anything is there. Of two that join one address at once, the second finds the
 * first one's note, whatever it saw of the folders, and so never takes a place of its own. Where the disk does not take the
 * note, nothing is joined: the next one could not know that the folder is its own.
 */
async function claim(
  world: World,
  address: string,
  wish: JoinWish,
): Promise<{ folder: string; isBegun: boolean } | Refusal> {
  const free = await folderFor(world, wish.folder, nameOfAddress(wish.address))
  if (isRefusal(free)) return free
  let claimed = { folder: free, isBegun: false }
  const noted = await world.settings.change(data => {
    const begun = data.joining.find(each => each.address === address && (!wish.folder || each.folder === free))
    if (begun === undefined) return withJoining(data, { address, folder: free })
    claimed = { folder: begun.folder, isBegun: true }
    return data
  })
  return isRefusal(noted) && !claimed.isBegun ? noted : claimed
}

/**
 * One Signpost joins into a folder at a time. What has come of it is remembered for as long as it is there, and so is what
 * the disk did not let anybody look at: it may be there, and whole.
 */
async function aloneAt<T>({ settings }: World, folder: string, work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  const locked = await orDiskTrouble(() => takeLock(joiningFolder(folder), { disk: nodeDisk }))
  if (isRefusal(locked)) return locked
  if (locked.kind === 'held') return joinedElsewhere()
  const answer = await work().finally(() => locked.lock.release())
  if (!isRefusal(answer) || !isDiskTrouble(answer)) await orDiskTrouble(() => forgetNothing(settings, folder))
  return answer
}

/** Forgets one of which nothing has come. */
async function forgetNothing(settings: World['settings'], folder: string): Promise<void> {
  if ((await cameSoFar(folder)) === 0) await forget(settings, folder)
}

async function forget(settings: World['settings'], folder: string): Promise<void> {
  await giveUpJoining(folder)
  await settings.change(data => withoutJoining(data, folder))
}

/** Which workspaces were begun to be joined here, and how much of each has come. */
export async function begunJoins({ settings }: World): Promise<(Joining & { bytes: number })[]> {
  const found: (Joining & { bytes: number })[] = []
  for (const joining of settings.data().joining) {
    const bytes = await cameSoFar(joining.folder).catch(() => 0)
    if (bytes > 0) found.push({ ...joining, bytes })
  }
  return found
}

/** Leaves nothing behind of one that was begun. Only what is remembered as such is ever removed. */
export async function giveUpJoin({ settings }: World, folder: string): Promise<{ kind: 'ok' } | Refusal> {
  return orDiskTrouble(async () => {
    if (settings.data().joining.some(each => each.folder === folder)) await forget(settings, folder)
    return { kind: 'ok' as const }
  })
}

function nameOfAddress(address: string): string {
  return slugify(basename(address.trim()).replace(/\.git\/?$/, '')) || 'local-offer'
}

const joinedElsewhere = (): Refusal =>
  refuse(
    'joining-elsewhere',
    'Another Signpost on this laptop is joining this workspace at this moment.',
    'Wait until it has finished, then open the workspace.',
  )
