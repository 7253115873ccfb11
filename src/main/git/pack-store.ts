import { join } from 'node:path'
import { codeOf, type Disk, patiently } from '../files/index.ts'
import { oidOf, type Stored } from './object-format.ts'
import { applied, entryAt } from './pack-entry.ts'
import { recentThings } from './recent-things.ts'

/** Reads out of packs piece by piece: a large pack is never in memory as a whole. */
export interface PackStore {
  /** Null for what no pack holds, and for what is damaged there. Looks for packs that came since. */
  read(oid: string): Promise<Stored | null>
  /** The same, of the packs that are known. */
  readKnown(oid: string): Promise<Stored | null>
  /** Looks at the folder anew the next time, after packs were mended, brought or taken away. */
  forget(): void
}

interface Pack {
  path: string
  /** The names in order, twenty bytes each, with where each begins, and all the beginnings in order. */
  names: Buffer
  begins: Uint32Array
  inOrder: Uint32Array
  end: number
}

const pieceSize = 1 << 19
const mostPieces = 64

export function packStore({ gitdir, disk }: { gitdir: string; disk: Disk }): PackStore {
  const folder = join(gitdir, 'objects', 'pack')
  let packs = new Map<string, Pack>()
  let looked = false
  const pieces = new Map<string, Promise<Buffer>>()
  const recent = recentThings<string>()

  /** Whether there are packs that were not known before. */
  async function look(): Promise<boolean> {
    const names = (await namesIn(disk, folder)).filter(name => name.endsWith('.idx'))
    const found = new Map<string, Pack>()
    for (const name of names) {
      const pack = packs.get(name) ?? (await readList(disk, join(folder, name)))
      if (pack !== null) found.set(name, pack)
    }
    const isNew = [...found.keys()].some(name => !packs.has(name))
    packs = found
    looked = true
    return isNew
  }

  async function bytesOf(pack: Pack, from: number, to: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let piece = Math.floor(from / pieceSize); piece * pieceSize < to; piece++) {
      const bytes = await pieceOf(pack, piece)
      parts.push(bytes.subarray(Math.max(0, from - piece * pieceSize), Math.max(0, to - piece * pieceSize)))
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  function pieceOf({ path }: Pack, piece: number): Promise<Buffer> {
    const key = `${path}:${piece}`
    const known = pieces.get(key) ?? readPiece(disk, path, piece * pieceSize)
    pieces.delete(key)
    pieces.set(key, known)
    known.catch(() => pieces.delete(key))
    for (const oldest of pieces.size > mostPieces ? pieces.keys() : []) {
      pieces.delete(oldest)
      break
    }
    return known
  }

  async function entry(pack: Pack, begin: number): Promise<Stored | null> {
    const key = `${pack.path}:${begin}`
    const known = recent.get(key)
    if (known) return known
    const bytes = await bytesOf(pack, begin, endOf(pack, begin))
    const found = entryAt(bytes, 0)
    if (found === null) return null
    if (found.kind === 'whole') return recent.keep(key, found.stored)
    const base = typeof found.base === 'number' ? await entry(pack, begin + found.base) : await read(found.base)
    const body = base === null ? null : applied(base.body, found.delta)
    return base === null || body === null ? null : recent.keep(key, { type: base.type, body })
  }

  async function readKnown(oid: string): Promise<Stored | null | undefined> {
    const name = Buffer.from(oid, 'hex')
    for (const pack of packs.values()) {
      const at = positionOf(pack.names, name)
      const begin = at === null ? undefined : pack.begins[at]
      if (begin === undefined) continue
      const stored = await entry(pack, begin).catch(missing)
      return stored !== null && oidOf(stored) === oid ? stored : null
    }
    return undefined
  }

  async function read(oid: string): Promise<Stored | null> {
    const known = await readKnown(oid)
    if (known !== undefined) return known
    return (await look()) ? ((await readKnown(oid)) ?? null) : null
  }

  return {
    read,
    async readKnown(oid) {
      if (!looked) await look()
      return (await readKnown(oid)) ?? null
    },
    forget() {
      packs = new Map()
      looked = false
      pieces.clear()
      recent.clear()
    },
  }
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await patiently(disk, () => disk.readdir(folder))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

/** Git's pack index, format 2; null for another one, a damaged one, and one of a pack beyond two gigabytes. */
async function readList(disk: Disk, path: string): Promise<Pack | null> {
  const list = await patiently(disk, () => disk.readFile(path)).catch(missing)
  if (list === null || list.length < 1072 || list.toString('hex', 0, 8) !== 'ff744f6300000002') return null
  const count = list.readUInt32BE(8 + 255 * 4)
  const from = 8 + 256 * 4
  if (list.length !== from + count * 28 + 40) return null
  const begins = Uint32Array.from({ length: count }, (_, at) => list.readUInt32BE(from + count * 24 + at * 4))
  const pack = path.replace(/idx$/, 'pack')
  const stats = await patiently(disk, () => disk.stat(pack)).catch(missing)
  const names = list.subarray(from, from + count * 20)
  return { path: pack, names, begins, inOrder: begins.toSorted(), end: Math.max(0, (stats?.size ?? 0) - 20) }
}

/** Another git program may pack anew at any moment. */
function missing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

async function readPiece(disk: Disk, path: string, from: number): Promise<Buffer> {
  const file = await patiently(disk, () => disk.open(path, 'r'))
  try {
    const bytes = Buffer.allocUnsafe(pieceSize)
    const { bytesRead } = await file.read(bytes, 0, pieceSize, from)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function positionOf(names: Buffer, name: Buffer): number | null {
  let [low, high] = [0, names.length / 20 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = names.compare(name, 0, 20, middle * 20, middle * 20 + 20)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** Where the next thing begins. */
function endOf({ inOrder, end }: Pack, begin: number): number {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle] ?? 0) <= begin) low = middle + 1
    else high = middle
  }
  return inOrder[low] ?? end
}
