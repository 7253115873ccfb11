import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { codeOf, type Disk, isDiskTrouble, nodeDisk, patiently, replaceFile } from '../files/index.ts'
import { readAddress } from './address.ts'
import { bring } from './bring.ts'
import { bytesComing } from './coming.ts'
import type { Fetch } from './http.ts'
import { cameSoFar, giveUpJoining, isJoined, startOrGoOn } from './joining.ts'
import { asJoining, noRoom, stopped } from './joining-words.ts'
import { writeNativeIndex } from './native-index.ts'
import { askHeads, type Heads } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import { isPlain } from './on-disk.ts'
import type { Line, Progress } from './question.ts'
import { moveRef, type Oid, type Repository, readBlob } from './repository.ts'
import { folderNotEmpty, settleRepository } from './start.ts'
import { seenRef } from './sync.ts'
import { filesAt } from './trees.ts'
import { orTrouble } from './trouble.ts'

export interface JoinOptions {
  address: string
  /** Where the workspace will be: a folder that is not there yet, or an empty one. */
  folder: string
  /** Whether joining it there was begun before: the end of that may not have been noted. */
  isBegun?: boolean
  token: string
  by: Person
  http: Fetch
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  disk?: Disk
  /** How long it waits before it tries again by itself, in milliseconds, one after the other. */
  pauses?: readonly number[]
}

/**
 * A copy of the team's workspace on this laptop. It grows beside its place and takes its name when it is whole, so nothing
 * ever shows a half workspace. What has come when it is cut, stopped or killed stays beside that place, and joining the same
 * address there again goes on with it. Refuses with a sentence; nothing is ever changed on the server.
 */
export async function joinRemote(options: JoinOptions): Promise<{ kind: 'joined' } | Refusal> {
  const disk = options.disk ?? nodeDisk
  const { folder, http, signal, onProgress } = options
  const address = readAddress(options.address)
  if (isRefusal(address)) return address
  const joined = await orTrouble(async () => {
    if (!(await isFree(disk, folder))) {
      return options.isBegun && (await isJoined(disk, folder, address)) ? { kind: 'joined' as const } : folderNotEmpty()
    }
    const repository = await startOrGoOn(disk, folder, address, options.by)
    const line: Line = { repository, address, auth: { token: options.token }, http, signal, onProgress }
    const filled = await fill(line, options.pauses ?? usualPauses)
    if (filled.kind !== 'filled' || signal?.aborted) {
      const came = await cameSoFar(folder, disk)
      return filled.kind === 'filled' ? stopped(came) : asJoining(filled, came)
    }
    await settleRepository(repository)
    await disk.rmdir(folder).catch(missingIsFine)
    await patiently(disk, () => disk.rename(repository.root, folder))
    await giveUpJoining(folder, disk)
    return { kind: 'joined' as const }
  })
  if (!isRefusal(joined) || joined.code === folderNotEmpty().code) return joined
  return orTrouble(async () => {
    const came = await cameSoFar(folder, disk)
    if (came > 0 && joined.code === diskFull) return noRoom(came)
    if (came > 0 && (passing.includes(joined.code) || isDiskTrouble(joined))) return joined
    await giveUpJoining(folder, disk)
    return joined
  })
}

const diskFull = 'disk-full'

/** What may be otherwise when somebody joins again. */
const passing = [
  'offline',
  'server-busy',
  'stopped',
  'signed-out',
  'no-permission',
  'web-page',
  'proxy-sign-in',
  'not-trusted',
  'certificate-date',
  'certificate-name',
  'no-secure-connection',
]

async function isFree(disk: Disk, folder: string): Promise<boolean> {
  try {
    return (await patiently(disk, () => disk.readdir(folder))).length === 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    if (codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

function missingIsFine(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function fill(line: Line, pauses: readonly number[]): Promise<{ kind: 'filled' } | Waiting | Refusal> {
  const { repository } = line
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  if (heads.size === 0) return emptyCopy()
  const main = heads.get('main')
  if (main === undefined) return notALocalOffer()
  const brought = await bringInTheEnd(line, heads, pauses)
  if (brought.kind !== 'brought') return brought
  if (!(await filesAt(repository, main)).has('signpost.yml')) return notALocalOffer()
  for (const branch of shared) {
    const oid = heads.get(branch)
    if (oid !== undefined) await moveRef(repository, `refs/remotes/origin/${branch}`, oid)
    if (oid !== undefined) await moveRef(repository, `refs/heads/${branch}`, oid)
  }
  await moveRef(repository, seenRef, main)
  await writeFiles(line, main)
  await writeNativeIndex(repository)
  return { kind: 'filled' }
}

const shared = ['main', 'live']

/** Milliseconds before the next attempt, as long as each one brings something: a network is seldom back at once. */
const usualPauses = [1_000, 3_000, 9_000]

async function bringInTheEnd(
  line: Line,
  heads: Heads,
  pauses: readonly number[],
): Promise<{ kind: 'brought' } | Waiting | Refusal> {
  const { repository, signal } = line
  let came = await bytesComing(repository)
  for (let inVain = 0; ; ) {
    const brought = await bring(line, heads, shared, 'Bringing in your team’s workspace')
    const now = await bytesComing(repository)
    inVain = now > came ? 0 : inVain + 1
    came = now
    const pause = pauses[inVain]
    if (brought.kind !== 'waiting' || came === 0 || pause === undefined) return brought
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}

const atOnce = 8

async function writeFiles(line: Line, commit: Oid): Promise<void> {
  const { repository, onProgress, signal } = line
  const files = [...(await filesAt(repository, commit))].filter(([path, blob]) => isPlain(path, blob))
  let done = 0
  for (let start = 0; start < files.length && !signal?.aborted; start += atOnce) {
    const some = files.slice(start, start + atOnce)
    // All of them are waited for, even when one fails: what is still being written must not outlive the clearing up.
    const results = await Promise.allSettled(some.map(([path, { oid }]) => writeFile(repository, path, oid)))
    for (const result of results) if (result.status === 'rejected') throw result.reason
    done += some.length
    onProgress?.({ sentence: 'Putting the pages on this laptop', done, total: files.length })
  }
}

async function writeFile(repository: Repository, path: string, oid: Oid): Promise<void> {
  // The folder is new and holds nothing but what is written here, so there is no link that could lead out of it.
  const target = join(repository.root, ...workspacePathSchema.parse(path).split('/'))
  await replaceFile(repository.disk, join(repository.gitdir, 'signpost-tmp'), target, await readBlob(repository, oid))
}

const emptyCopy = () =>
  refuse(
    'empty',
    'There is nothing at this address yet: the shared copy is empty.',
    'On the laptop that has the workspace, share it to this address first. Then join it here.',
  )
const notALocalOffer = () =>
  refuse(
    'not-a-local-offer',
    'What is at this address is not a Local Offer. Nothing was put on this laptop.',
    'Check the address with the colleague who sent it to you.',
  )
