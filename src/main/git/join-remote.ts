import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { codeOf, type Disk, makeFolder, nodeDisk, patiently, replaceFile } from '../files/index.ts'
import { readAddress } from './address.ts'
import { bring } from './bring.ts'
import type { Fetch } from './http.ts'
import { asJoining, stopped } from './joining-words.ts'
import { writeNativeIndex } from './native-index.ts'
import { askHeads, type Line, type Progress } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import { isPlain } from './on-disk.ts'
import { writeRemote } from './remote.ts'
import { deskRef, liveRef, moveRef, type Oid, type Repository, readBlob } from './repository.ts'
import { folderNotEmpty, settleRepository, startRepository } from './start.ts'
import { filesAt } from './trees.ts'
import { orTrouble } from './trouble.ts'

export interface JoinOptions {
  address: string
  /** Where the workspace will be: a folder that is not there yet, or an empty one. */
  folder: string
  token: string
  by: Person
  http: Fetch
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  disk?: Disk
}

/**
 * A copy of the team's workspace on this laptop. It grows beside its place and takes its name when it is whole, so a cut
 * or a kill leaves no half workspace. Refuses with a sentence; nothing is ever changed on the server.
 */
export async function joinRemote(options: JoinOptions): Promise<{ kind: 'joined' } | Refusal> {
  const disk = options.disk ?? nodeDisk
  const address = readAddress(options.address)
  if (isRefusal(address)) return address
  const { folder, by, http, signal, onProgress } = options
  return orTrouble(async () => {
    if (!(await isFree(disk, folder))) return folderNotEmpty()
    const growing = join(dirname(folder), `.${basename(folder)}-${randomBytes(4).toString('hex')}`)
    await makeFolder(disk, growing)
    try {
      const repository = await startRepository(growing, disk, by)
      await writeRemote(repository, address)
      const line: Line = { repository, address, auth: { token: options.token }, http, signal, onProgress }
      const filled = await fill(line)
      if (filled.kind !== 'filled') return asJoining(filled)
      if (signal?.aborted) return stopped()
      await settleRepository(repository)
      await disk.rmdir(folder).catch(missingIsFine)
      await patiently(disk, () => disk.rename(growing, folder))
      return { kind: 'joined' as const }
    } finally {
      await patiently(disk, () => disk.rm(growing, { recursive: true, force: true }))
    }
  })
}

async function isFree(disk: Disk, folder: string): Promise<boolean> {
  try {
    return (await disk.readdir(folder)).length === 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    if (codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

function missingIsFine(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function fill(line: Line): Promise<{ kind: 'filled' } | Waiting | Refusal> {
  const { repository } = line
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  if (heads.size === 0) return emptyCopy()
  const main = heads.get('main')
  if (main === undefined) return notALocalOffer()
  const brought = await bring(line, heads, ['main', 'live'], 'Bringing in your team’s workspace')
  if (brought.kind !== 'brought') return brought
  if (!(await filesAt(repository, main)).has('signpost.yml')) return notALocalOffer()
  await moveRef(repository, deskRef, main)
  await moveRef(repository, 'refs/signpost/seen/main', main)
  const live = heads.get('live')
  if (live !== undefined) await moveRef(repository, liveRef, live)
  await writeFiles(line, main)
  await writeNativeIndex(repository)
  return { kind: 'filled' }
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
