import { join } from 'node:path'
import { type Instant, instantSchema, type WorkspacePath } from '../../shared/content/ids.ts'
import type { Notice, Told } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { clearPrivateFolder, lstatOrNull, nodeDisk } from '../files/index.ts'
import { readAddress } from './address.ts'
import { recover, refreshNativeIndex } from './advance.ts'
import { type Applied, applyChanges, type FileChanges } from './apply.ts'
import { type FetchResult, fetchBranches, type SendResult, sendBranch } from './branches.ts'
import { type CommitDetails, commitAll, commitExactly, commitPaths } from './commit.ts'
import {
  type Desk,
  damagedElsewhere,
  type HistoryDeps,
  headOf,
  notAWorkspace,
  onlyReading,
  thereOrThrow,
} from './desk.ts'
import { filesAfter } from './files-after.ts'
import { versionNamed } from './made-again.ts'
import { examine, examineIfDue, isOwn, mendAtStart, orMended, orNullIfDamaged } from './mending.ts'
import { isNativeIndexOfNow } from './native-index.ts'
import { isDamage } from './objects.ts'
import { type Line, lineOf } from './question.ts'
import { notShared, readRemote, writeRemote } from './remote.ts'
import {
  commitsSince,
  deskRef,
  hasObject,
  type Oid,
  type Repository,
  readBlob,
  readCommit,
  readRef,
  repositoryAt,
  resolve,
} from './repository.ts'
import { type Deleted, type LastChange, type PageVersion, type StoryEntry, versionsOf } from './story.ts'
import { storyIndexAt } from './story-index.ts'
import { type SyncOptions, type SyncResult, sync } from './sync.ts'
import { keptTold, putToldAway, toldIn } from './told.ts'
import { blobAt, filesAt } from './trees.ts'
import { orTrouble } from './trouble.ts'
import { type Unshared, unsharedOf } from './unshared.ts'
import { workTreeAt } from './work-tree.ts'

export type NetworkOptions = Omit<SyncOptions, 'by'>

/** One version of a branch. `trailers` are what a program noted under the sentence. */
export interface BranchVersion {
  version: Oid
  by: Person
  at: Instant
  sentence: string
  trailers: Record<string, string>
}

export interface BranchCommit {
  /** Never the desk's own. */
  branch: string
  /** Exactly these: bytes, or the name of content that `filesAt` gave. */
  files: ReadonlyMap<string, Uint8Array | Oid>
  sentence: string
  by: Person
  at?: Instant
  trailers?: Record<string, string>
}

/** A workspace's versions. `ref` is `desk`, `live`, a branch, or one version's name. */
export interface History {
  /** What was put right when the workspace was opened, one sentence each. */
  readonly notices: readonly string[]
  /** Reads everything the history holds and puts right what is damaged; answers what to say of it, or null. Takes long. */
  examine(): Promise<string | null>
  /** The same, but not more than once a week. */
  examineIfDue(): Promise<string | null>
  /** A version of every change in the folder; null when nothing changed. */
  commit(details: CommitDetails): Promise<Oid | null | Refusal>
  /** A version of these paths alone, removals included. */
  commitPaths(paths: readonly WorkspacePath[], details: CommitDetails): Promise<Oid | null | Refusal>
  /** A version with exactly these changes after the version `from`, which has to be the newest; and the folder with it. */
  apply(from: Oid, changes: FileChanges, details: CommitDetails): Promise<Applied>
  /** While `work` writes files, nothing that came from colleagues is written. It must not make versions itself. */
  exclusively<T>(work: () => Promise<T>): Promise<T | Refusal>
  head(): Promise<Oid>
  /** Every version of the workspace, oldest first. */
  story(): Promise<readonly StoryEntry[]>
  /** The version of this name, also where sharing has given it another one since; null where there is none. */
  versionNamed(version: string): Promise<StoryEntry | null>
  /** The bytes that a name of content stands for; null where they are damaged and nothing could mend them. */
  content(blob: Oid): Promise<Uint8Array | null>
  /** Newest first, following moves. */
  versions(path: string): Promise<PageVersion[]>
  /** Who last changed the words of every present path. */
  changedLast(): Promise<ReadonlyMap<string, LastChange>>
  /** Newest first. */
  deleted(): Promise<Deleted[]>
  readAt(ref: string, path: string): Promise<Uint8Array | null>
  /** Path to the name of its content; empty where there is no such version. */
  filesAt(ref: string): Promise<ReadonlyMap<string, Oid>>
  /** The name of what one file holds there, for whoever needs no other; null where there is no such file or version. */
  nameAt(ref: string, path: string): Promise<Oid | null>
  /** A new version of a branch that holds exactly these files. */
  writeTree(commit: BranchCommit): Promise<Oid | Refusal>
  /** Newest first. Reading all takes about 2 ms a version, once for each newest: whoever needs only that says how many. */
  logOf(branch: string, most?: number): Promise<BranchVersion[]>
  setRemote(address: string): Promise<{ kind: 'ok' } | Refusal>
  /** The shared copy's address, or null. */
  remote(): Promise<string | null>
  sync(options: SyncOptions): Promise<SyncResult>
  /** What is on this laptop only, as far as it knows. */
  unshared(): Promise<Unshared>
  /** What this laptop makes of a version of the shared copy: `newer` for one that it has not brought yet. */
  knows(version: Oid): Promise<'offer' | 'other' | 'newer'>
  /** What merging had to tell and nobody has put away yet. */
  told(): Promise<{ kind: 'told'; told: Told[] } | Refusal>
  /** One of them, with what puts this person's own values back; null for one that was put away. */
  keptTold(id: string): Promise<(Told & Pick<Notice, 'back'>) | null>
  putToldAway(id: string): Promise<{ kind: 'ok' } | Refusal>
  pushBranch(branch: string, options: NetworkOptions): Promise<SendResult>
  fetch(branches: readonly string[], options: NetworkOptions): Promise<FetchResult>
}

/** Opens a workspace's history and puts right what a kill left halfway, and what a disk has damaged. */
export async function openHistory(root: string, deps: HistoryDeps): Promise<History | Refusal> {
  const disk = deps.disk ?? nodeDisk
  return orTrouble(async () => {
    const repository = repositoryAt(root, disk)
    if (!(await isInPlace(repository))) return notAWorkspace()
    const workTree = await workTreeAt(root, disk, deps.cache, Date.now)
    const story = await storyIndexAt(repository, deps.cache, !deps.readOnly)
    const desk = deskOf({ repository, workTree, story, deps, disk })
    if (!(await isOwn(repository)) && !(await hasVersions(repository))) return notAWorkspace()
    if (deps.readOnly) return (await hasVersions(repository)) ? historyOf(desk, []) : damagedElsewhere()
    await clearPrivateFolder(join(repository.gitdir, 'signpost-tmp'), disk)
    const mended = await mendAtStart(desk)
    const recovered = await recover(desk)
    if (isRefusal(recovered)) return recovered
    if (!(await isNativeIndexOfNow(repository))) await refreshNativeIndex(desk)
    return historyOf(desk, [...(mended === null ? [] : [mended]), ...(recovered ? [broughtRight] : [])])
  })
}

const broughtRight =
  'Signpost was closed while colleagues’ changes came in. Nothing was lost; what is missing comes with the next sharing.'

/** The parts that are written to are folders of their own, not links to somewhere else. */
async function isInPlace(repository: Repository): Promise<boolean> {
  if (!(await lstatOrNull(repository.disk, repository.gitdir))) return false
  for (const part of ['', 'objects', 'objects/pack', 'refs', 'refs/heads', 'signpost-tmp', 'signpost']) {
    const found = await lstatOrNull(repository.disk, join(repository.gitdir, part))
    if (found?.isSymbolicLink() || (part === '' && !found?.isDirectory())) return false
  }
  return true
}

/** There is a newest version, and it is a Local Offer. */
async function hasVersions(repository: Repository): Promise<boolean> {
  try {
    const head = await readRef(repository, deskRef)
    if (head === null) return false
    return (await blobAt(repository, (await readCommit(repository, head)).tree, 'signpost.yml')) !== null
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

function deskOf(parts: Omit<Desk, 'alone' | 'inTurn' | 'untold'>): Desk {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  const desk: Desk = {
    ...parts,
    untold: [],
    inTurn,
    alone: work =>
      inTurn(() =>
        orTrouble(async () => {
          if (desk.deps.readOnly) return onlyReading()
          await thereOrThrow(desk.repository)
          const recovered = await recover(desk)
          return isRefusal(recovered) ? recovered : await work()
        }),
      ),
  }
  return desk
}

function historyOf(desk: Desk, notices: readonly string[]): History {
  const { repository } = desk
  let syncing: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = syncing.then(work)
    syncing = turn.catch(() => undefined)
    return turn
  }
  /** A version never changes, and the newest ones are asked for by every screen. */
  const lately = new Map<Oid, Map<string, Oid>>()
  const lastOf = new Map<string, Oid>()
  const listed = async (version: Oid, ref: string): Promise<ReadonlyMap<string, Oid>> => {
    const last = lastOf.get(ref) ?? version
    const before = lately.get(last)
    lastOf.set(ref, version)
    const files =
      lately.get(version) ??
      (before && (await filesAfter(repository, { version: last, files: before }, version))) ??
      new Map([...(await filesAt(repository, version))].map(([path, { oid }]) => [path, oid]))
    lately.delete(version)
    lately.set(version, files)
    for (const oldest of lately.size > mostLately ? lately.keys() : []) {
      lately.delete(oldest)
      break
    }
    return files
  }
  const logs = new Map<string, { tip: Oid | null; versions: readonly BranchVersion[] }>()
  const present = async () => desk.story.present(await headOf(desk))

  return {
    notices,
    exclusively: work => desk.alone(work),
    commit: details => orMended(desk, () => desk.alone(() => commitAll(desk, details))),
    commitPaths: (paths, details) => orMended(desk, () => desk.alone(() => commitPaths(desk, paths, details))),
    apply: (from, changes, details) =>
      orMended(desk, () => desk.alone(() => applyChanges(desk, from, changes, details))),
    examine: () => examine(desk),
    examineIfDue: () => examineIfDue(desk),
    head: () => headOf(desk),
    story: async () => desk.story.upTo(await headOf(desk)),
    versionNamed: async version => versionNamed(repository, await desk.story.upTo(await headOf(desk)), version),
    content: blob => orNullIfDamaged(desk, () => readBlob(repository, blob)),
    versions: async path => versionsOf(await desk.story.upTo(await headOf(desk)), path),
    changedLast: async () => (await present()).changed,
    deleted: async () => [...(await present()).deleted.values()].sort((a, b) => b.at.localeCompare(a.at)),
    readAt: (ref, path) => orNullIfDamaged(desk, () => readAt(repository, ref, path)),
    filesAt: async ref => {
      const oid = await resolve(repository, ref)
      return oid === null ? new Map() : listed(oid, ref)
    },
    nameAt: async (ref, path) => {
      const oid = await resolve(repository, ref)
      return oid === null ? null : ((await blobIn(repository, oid, path))?.oid ?? null)
    },
    writeTree: commit => orMended(desk, () => desk.alone(() => writeBranch(desk, commit))),
    logOf: async (branch, most) => {
      if (most !== undefined) return logOf(repository, await resolve(repository, branch), most)
      const tip = await resolve(repository, branch)
      const known = logs.get(branch)
      const versions = known !== undefined && known.tip === tip ? known.versions : await logOf(repository, tip)
      logs.set(branch, { tip, versions })
      return [...versions]
    },
    setRemote: async address => {
      const read = readAddress(address)
      if (isRefusal(read)) return read
      return desk.alone(async () => {
        await writeRemote(repository, read)
        return { kind: 'ok' as const }
      })
    },
    remote: async () => {
      const remote = await readRemote(repository)
      if (remote === null) await thereOrThrow(repository)
      return remote?.url ?? null
    },
    sync: options =>
      inTurn(async () => (desk.deps.readOnly ? onlyReading() : orMended(desk, () => sync(desk, options)))),
    unshared: async () => (await orNullIfDamaged(desk, () => unsharedOf(desk))) ?? { changes: 0, since: null },
    knows: version => knows(desk, version),
    told: () => orTrouble(async () => ({ kind: 'told', told: desk.deps.readOnly ? [] : await toldIn(repository) })),
    keptTold: id => keptTold(repository, id),
    putToldAway: id => orTrouble(() => putToldAway(repository, id).then(() => ({ kind: 'ok' as const }))),
    pushBranch: (branch, options) => inTurn(() => online(desk, options, line => sendBranch(desk, line, branch))),
    fetch: (branches, options) => inTurn(() => online(desk, options, line => fetchBranches(desk, line, branches))),
  }
}

/** The desk's, families' and one to compare with. */
const mostLately = 3

async function readAt(repository: Repository, ref: string, path: string): Promise<Uint8Array | null> {
  const oid = await resolve(repository, ref)
  const blob = oid === null ? null : await blobIn(repository, oid, path)
  return blob && readBlob(repository, blob.oid)
}

async function blobIn(repository: Repository, version: Oid, path: string) {
  return blobAt(repository, (await readCommit(repository, version)).tree, path)
}

async function knows({ repository }: Desk, version: Oid): Promise<'offer' | 'other' | 'newer'> {
  if (!(await hasObject(repository, version))) return 'newer'
  return (await blobAt(repository, (await readCommit(repository, version)).tree, 'signpost.yml')) ? 'offer' : 'other'
}

async function online<T>(desk: Desk, options: NetworkOptions, work: (line: Line) => Promise<T>): Promise<T | Refusal> {
  if (desk.deps.readOnly) return onlyReading()
  const address = await readRemote(desk.repository)
  if (address === null) return notShared()
  const line = lineOf(desk, address, options)
  return orMended(desk, () => work(line))
}

async function writeBranch(desk: Desk, commit: BranchCommit): Promise<Oid> {
  const ref = `refs/heads/${commit.branch}`
  if (ref === deskRef) throw new Error('the desk is changed by its files alone')
  const at = commit.at ?? instantSchema.parse(desk.deps.now().toISOString())
  const trailers = Object.entries(commit.trailers ?? {}).map(([name, value]) => `${name}: ${value}`)
  const message = trailers.length === 0 ? commit.sentence : `${commit.sentence}\n\n${trailers.join('\n')}`
  const parent = await readRef(desk.repository, ref)
  return commitExactly(desk.repository, ref, parent, commit.files, { by: commit.by, at, message })
}

async function logOf(
  repository: Repository,
  tip: Oid | null,
  most = Number.POSITIVE_INFINITY,
): Promise<BranchVersion[]> {
  const versions: BranchVersion[] = []
  if (tip === null) return versions
  for await (const { oid, by, at, sentence, message } of commitsSince(repository, tip, () => false)) {
    const notes = message.trimEnd().split('\n\n').slice(1).at(-1)?.split('\n') ?? []
    const trailers = notes.flatMap(line => /^([A-Za-z][\w-]*): (.*)$/.exec(line)?.slice(1, 3) ?? [])
    const pairs = trailers.flatMap((name, index) => (index % 2 === 0 ? [[name, trailers[index + 1] ?? '']] : []))
    versions.push({ version: oid, by, at, sentence, trailers: Object.fromEntries(pairs) })
    if (versions.length >= most) break
  }
  return versions
}
