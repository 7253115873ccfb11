import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { codeOf, patiently, replaceFile } from '../../files/index.ts'
import { listPack } from '../list-pack.ts'
import { forgetPacks, type Oid, type Repository } from '../repository.ts'
import { nullIfLost, salvage } from './salvage-pack.ts'
import { setAside } from './set-aside.ts'

/** What is wrong with one pack, by its name without `.pack`. */
export interface PackTrouble {
  name: string
  /** `list`: only its list of contents is missing or damaged; `pack`: what it holds is. */
  kind: 'list' | 'pack'
  /** It never had a list: a kill came between the two, and nothing that has a name can stand on it. */
  unlisted: boolean
}

const folderOf = ({ gitdir }: Repository) => join(gitdir, 'objects', 'pack')

async function namesOf(repository: Repository): Promise<string[]> {
  try {
    return await repository.disk.readdir(folderOf(repository))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

/**
 * Looks at every pack and its list. At a start only at their ends and sizes, which is a few reads and finds what a power
 * cut leaves; `fully` reads every byte.
 */
export async function packTroubles(repository: Repository, fully: boolean): Promise<PackTrouble[]> {
  const names = new Set(await namesOf(repository))
  const packs = new Set([...names].flatMap(name => /^(pack-.*)\.(?:pack|idx)$/.exec(name)?.[1] ?? []))
  const found: PackTrouble[] = []
  for (const name of packs) {
    const unlisted = !names.has(`${name}.idx`)
    if (!names.has(`${name}.pack`)) found.push({ name, kind: 'pack', unlisted })
    else {
      const kind = await troubleOf(repository, join(folderOf(repository), name), fully)
      if (kind !== null) found.push({ name, kind, unlisted })
    }
  }
  return found
}

async function troubleOf(repository: Repository, base: string, fully: boolean): Promise<PackTrouble['kind'] | null> {
  const pack = await endsOf(repository, `${base}.pack`, fully)
  const isPack = pack !== null && pack.head.subarray(0, 4).toString('latin1') === 'PACK' && pack.size >= 32
  if (!isPack || (fully && pack.hash !== pack.last.toString('hex'))) return 'pack'
  const list = await endsOf(repository, `${base}.idx`, fully)
  const isList = list !== null && list.head.subarray(0, 8).toString('hex') === 'ff744f6300000002'
  if (!isList || list.size < listSize(pack.head.readUInt32BE(8)) || (fully && list.hash !== list.last.toString('hex')))
    return await mended(repository, base, pack.last)
  return list.before.equals(pack.last) ? null : mended(repository, base, pack.last)
}

/** Which of the two is at fault where they do not fit: a pack whose bytes give its own sum is whole. */
async function mended(repository: Repository, base: string, sum: Buffer): Promise<PackTrouble['kind']> {
  const read = await endsOf(repository, `${base}.pack`, true)
  return read?.hash === sum.toString('hex') ? 'list' : 'pack'
}

/** The least that a list of `count` things takes: format 2 of git's pack index. */
const listSize = (count: number) => 8 + 256 * 4 + count * 28 + 40

interface Ends {
  size: number
  head: Buffer
  /** The last 20 bytes, and the 20 before them. */
  last: Buffer
  before: Buffer
  /** SHA-1 of everything but the last 20 bytes, where it was asked for. */
  hash: string | null
}

const chunk = 1 << 20

async function endsOf({ disk }: Repository, path: string, fully: boolean): Promise<Ends | null> {
  let file: Awaited<ReturnType<typeof disk.open>>
  try {
    file = await patiently(disk, () => disk.open(path, 'r'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    const { size } = await file.stat()
    if (size < 52) return null
    const [head, tail] = [Buffer.alloc(12), Buffer.alloc(40)]
    await file.read(head, 0, 12, 0)
    await file.read(tail, 0, 40, size - 40)
    const hash = createHash('sha1')
    const buffer = Buffer.alloc(fully ? chunk : 0)
    for (let at = 0; fully && at < size - 20; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(chunk, size - 20 - at), at)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
      at += bytesRead
    }
    return {
      size,
      head,
      before: tail.subarray(0, 20),
      last: tail.subarray(20),
      hash: fully ? hash.digest('hex') : null,
    }
  } finally {
    await file.close()
  }
}

/**
 * Makes a list anew, or takes out of a damaged pack what can still be read and lays the rest aside. What a pack alone held
 * is missing afterwards, and is looked for elsewhere.
 */
export async function mendPack(
  repository: Repository,
  { name, kind }: Pick<PackTrouble, 'name' | 'kind'>,
): Promise<void> {
  const base = join(folderOf(repository), name)
  forgetPacks(repository)
  if (kind === 'list' && (await listAgain(repository, name))) return
  await salvage(repository, `${base}.pack`, await offsetsIn(repository, `${base}.idx`))
  for (const end of ['idx', 'rev', 'bitmap', 'pack']) await setAside(repository, `${base}.${end}`)
  forgetPacks(repository)
}

async function listAgain(repository: Repository, name: string): Promise<boolean> {
  const { disk, gitdir } = repository
  const base = join(folderOf(repository), name)
  await setAside(repository, `${base}.idx`)
  const list = await listPack(disk, `${base}.pack`).catch(nullIfLost)
  if (list !== null) await replaceFile(disk, join(gitdir, 'signpost-tmp'), `${base}.idx`, list)
  return list !== null
}

/** Where each thing in a pack begins, as its list says; null where there is no list to go by. */
async function offsetsIn({ disk }: Repository, path: string): Promise<number[] | null> {
  const list = await patiently(disk, () => disk.readFile(path)).catch(nullIfLost)
  if (list === null || list.length < listSize(0) || list.subarray(0, 8).toString('hex') !== 'ff744f6300000002')
    return null
  const count = list.readUInt32BE(8 + 255 * 4)
  if (list.length < listSize(count)) return null
  const from = 8 + 256 * 4 + count * 24
  return Array.from({ length: count }, (_, at) => list.readUInt32BE(from + at * 4)).sort((a, b) => a - b)
}

/** The names of everything in the packs. */
export async function packedNames(repository: Repository): Promise<Set<Oid>> {
  const found = new Set<Oid>()
  for (const name of await namesOf(repository)) {
    if (!name.endsWith('.idx')) continue
    const list = await repository.disk.readFile(join(folderOf(repository), name))
    const count = list.readUInt32BE(8 + 255 * 4)
    const from = 8 + 256 * 4
    for (let at = 0; at < count; at++) found.add(list.toString('hex', from + at * 20, from + at * 20 + 20))
  }
  return found
}
