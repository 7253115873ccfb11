import { join } from 'node:path'
import type { Instant, WorkspacePath } from '../../../shared/content/ids.ts'
import { isRefusal } from '../../../shared/outcome.ts'
import { looseFile } from '../objects.ts'
import { readRemote } from '../remote.ts'
import { deskRef, liveRef, type Oid, type Repository, writeBlob, writeCommit } from '../repository.ts'
import { type Blob, writeTree } from '../trees.ts'
import type { WorkTree } from '../work-tree.ts'
import { mendFrame } from './frame.ts'
import { noteComplete, noteIncomplete } from './incomplete.ts'
import { readEveryLoose } from './loose.ts'
import { isSoundVersion, newestFitting } from './newest.ts'
import { mendPack, packTroubles } from './packs.ts'
import { type Look, lookThrough, missingFrom, versionAt } from './reach.ts'
import { rebuildLine } from './rebuild.ts'
import { dropName, mendPacked, type Names, readNames, writeName } from './refs.ts'
import { setAside } from './set-aside.ts'
import { filesInFolder, fillFromHere } from './sources.ts'

export interface MendDeps {
  workTree: WorkTree
  now: () => Instant
  /** Whether the shared copy may still have what this laptop lost; false once it was asked. */
  mayAsk: boolean
}

/** What came of it, for the sentence that says so. The folder's files are never touched by any of it. */
export interface Mended {
  /** The newest version is another than before: what the files hold beyond it becomes a version with the next saving. */
  wentBack: boolean
  /** No version could be read, so a first one was made of the files as they stand. */
  startedAgain: boolean
  /** Earlier versions are missing until the shared copy has been asked. */
  awaitsShared: boolean
  /** Parts of earlier versions are nowhere any more. */
  lost: boolean
  addressLost: boolean
}

/** What other git programs note of all versions and packs, and make again by themselves: it may name what is no more. */
const othersLists = ['pack/multi-pack-index', 'info/commit-graph', 'info/commit-graphs']

/** Puts right what can be put right with what this laptop has. */
export async function mend(repository: Repository, deps: MendDeps): Promise<Mended> {
  const frame = await mendFrame(repository)
  for (const list of othersLists) await setAside(repository, join(repository.gitdir, 'objects', list))
  for (const trouble of await packTroubles(repository, true)) await mendPack(repository, trouble)
  const { damaged, versions } = await readEveryLoose(repository)
  for (const oid of damaged) await setAside(repository, looseFile(repository, oid))
  await mendPacked(repository)
  const names = await readNames(repository)
  for (const ref of names.broken) await setAside(repository, join(repository.gitdir, ref))

  const look = await lookThrough(repository)
  const folder = await filesInFolder(deps.workTree)
  await fillFromHere(look, await missingFrom(look, names.sound.values()), deps.workTree, folder)
  const desk = await mendDesk(look, names, versions, folder, deps)
  await mendLive(look, names)

  const mayAsk = deps.mayAsk && !frame.addressLost && (await readRemote(repository)) !== null
  const missing = await missingFrom(look, await tipsOf(repository))
  const awaitsShared = mayAsk && (missing.size > 0 || desk.startedAgain)
  const found = { ...desk, awaitsShared, addressLost: frame.addressLost }
  if (awaitsShared) {
    await noteIncomplete(repository, { startedAgain: desk.startedAgain })
    return { ...found, lost: false }
  }
  await mendOthers(look, names)
  const lost = (await missingFrom(look, await tipsOf(repository))).size > 0
  if (lost) await rebuildAll(look)
  await noteComplete(repository)
  return { ...found, lost }
}

/** The names that stand for something now; versions kept for safety's sake only are looked at by `mendOthers`. */
async function tipsOf(repository: Repository): Promise<Set<Oid>> {
  const { sound } = await readNames(repository)
  return new Set([...sound].flatMap(([ref, oid]) => (isSpare(ref) ? [] : [oid])))
}

const isSpare = (ref: string) => /^refs\/signpost\/(kept|sending)\//.test(ref)

async function mendDesk(
  look: Look,
  { sound, broken }: Names,
  loose: readonly Oid[],
  folder: ReadonlyMap<WorkspacePath, Blob>,
  { workTree, now }: MendDeps,
): Promise<{ wentBack: boolean; startedAgain: boolean }> {
  const own = broken.includes(deskRef) ? undefined : sound.get(deskRef)
  if (own !== undefined && (await isSoundVersion(look, own))) return { wentBack: false, startedAgain: false }
  const named = [...sound].flatMap(([ref, oid]) => (/\/(kept\/|live$)/.test(ref) ? [] : [oid]))
  const newest = await newestFitting(look, [...named, ...loose], folder)
  const oid = newest ?? (await startAgain(look, workTree, folder, now()))
  await writeName(look.repository, deskRef, oid)
  sound.set(deskRef, oid)
  return { wentBack: newest !== null && newest !== own, startedAgain: newest === null }
}

/** A first version of the files as they stand, where none could be read. */
async function startAgain(
  look: Look,
  workTree: WorkTree,
  folder: ReadonlyMap<WorkspacePath, Blob>,
  at: Instant,
): Promise<Oid> {
  const { repository } = look
  for (const path of folder.keys()) {
    const bytes = await workTree.read(path)
    if (!isRefusal(bytes)) await writeBlob(repository, bytes)
  }
  const tree = await writeTree(repository, null, folder)
  const by = { name: 'Signpost', email: 'signpost@example.org' }
  const message = 'Signpost started this workspace’s history again'
  const oid = await writeCommit(repository, { tree, parent: null, by, at, message })
  for (const known of (await lookThrough(repository)).there) look.there.add(known)
  look.trees.clear()
  return oid
}

/** What families see: where its name is lost, what was sent or received last. Without it, it comes with the next sharing. */
async function mendLive(look: Look, { sound }: Names): Promise<void> {
  const own = sound.get(liveRef)
  if (own !== undefined && (await versionAt(look, own)) === null) await drop(look, sound, liveRef)
  await stepIn(look, sound, liveRef, ['refs/signpost/sending/live', 'refs/remotes/origin/live'])
}

/** A name for what is not there any more gives way, and so does a version kept for safety's sake that is not whole. */
async function mendOthers(look: Look, { sound, broken }: Names): Promise<void> {
  const whole = new Set<Oid>()
  const missing = await missingFrom(look, await tipsOf(look.repository), { visited: whole })
  for (const oid of missing) whole.delete(oid)
  for (const [ref, oid] of sound) {
    const isGone = (await versionAt(look, oid)) === null
    if (isGone || (isSpare(ref) && (await missingFrom(look, [oid], { whole })).size > 0)) await drop(look, sound, ref)
  }
  if (broken.includes(seenRef)) await stepIn(look, sound, seenRef, ['refs/remotes/origin/main'])
}

async function drop(look: Look, sound: Map<string, Oid>, ref: string): Promise<void> {
  await dropName(look.repository, ref)
  sound.delete(ref)
}

const seenRef = 'refs/signpost/seen/main'

async function stepIn(look: Look, sound: Map<string, Oid>, ref: string, others: readonly string[]): Promise<void> {
  for (const other of sound.has(ref) ? [] : others) {
    const oid = sound.get(other)
    if (oid === undefined || (await versionAt(look, oid)) === null) continue
    await writeName(look.repository, ref, oid)
    sound.set(ref, oid)
    return
  }
}

async function rebuildAll(look: Look): Promise<void> {
  const { sound } = await readNames(look.repository)
  for (const [ref, oid] of sound) {
    const again = await rebuildLine(look, oid)
    if (again !== oid) await writeName(look.repository, ref, again)
  }
}
