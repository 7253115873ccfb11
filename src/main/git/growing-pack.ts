import { createHash } from 'node:crypto'
import { type Disk, patiently } from '../files/index.ts'
import { type ByteSource, byteSource } from './byte-source.ts'
import { type Oid, oidOf, type Stored } from './object-format.ts'
import { applied, entryAt } from './pack-entry.ts'
import type { Listed } from './pack-list.ts'
import { type Came, nextEntry, spoiled } from './pack-reading.ts'
import { recentThings } from './recent-things.ts'
import { entryOf } from './send-pack.ts'

/**
 * A pack that grows in a file of its own as its entries come, from one answer or from several. Each is read on its way:
 * what it is called, and that it is whole. However the coming ends, everything before the last whole entry is of use, so
 * what was cut goes on from there. No more is in memory than names, and what was read lately. `to look` only reads it.
 */
export interface GrowingPack {
  count(): number
  bytes(): number
  names(): Iterable<Oid>
  things(): readonly Listed[]
  /** The files among them, the largest first. */
  files(most: number): Oid[]
  has(oid: Oid): boolean
  read(oid: Oid): Promise<Stored | null>
  /** Takes in one answer's pack up to its sum. Throws what the source throws, and a `ParseError` for what is no pack. */
  take(source: ByteSource, onEntry: (came: number, of: number) => void): Promise<void>
  /** Closes the file, without anything in it that is not whole. */
  close(): Promise<void>
  /** Makes a pack of it that any git reads, and closes it; answers its last twenty bytes. */
  finish(): Promise<Buffer>
}

interface Thing extends Listed {
  end: number
  type: string
}

const headSize = 12
const heldBack = 1 << 20
const pieceSize = 1 << 19
/** A list of contents of the usual kind reaches no further. */
const mostBytes = 2 ** 31 - 1

/** `outside`: what stands elsewhere on this laptop, which a difference may be from. */
export async function growPack(
  disk: Disk,
  path: string,
  outside: (oid: Oid) => Promise<Stored | null>,
  only: 'to grow' | 'to look' = 'to grow',
): Promise<GrowingPack> {
  const file = only === 'to look' ? await patiently(disk, () => disk.open(path, 'r')) : await openOrMake(disk, path)
  const things: Thing[] = []
  const at = new Map<number, Thing>()
  const named = new Map<Oid, Thing>()
  const recent = recentThings<number>()
  /** Differences from something that has not come yet. */
  let waiting: { begin: number; base: Oid; came: Came & { kind: 'delta' } }[] = []
  const bases = new Set<Oid>()
  let held: Buffer[] = []
  /** What is in the file, and with what is held back for it. */
  let [written, length] = [headSize, headSize]

  async function write(): Promise<void> {
    const bytes = Buffer.concat(held)
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, from, bytes.length - from, written + from)
      from += bytesWritten
    }
    held = []
    written += bytes.length
  }

  async function keep(bytes: Buffer): Promise<void> {
    length += bytes.length
    if (length > mostBytes) throw Object.assign(new Error('a pack beyond two gigabytes'), { code: 'TooManyFiles' })
    held.push(bytes)
    if (length - written > heldBack) await write()
  }

  async function bytesAt(from: number, to: number): Promise<Buffer> {
    if (to > written) await write()
    const bytes = Buffer.allocUnsafe(to - from)
    const { bytesRead } = await file.read(bytes, 0, to - from, from)
    return bytes.subarray(0, bytesRead)
  }

  async function readAt(begin: number): Promise<Stored | null> {
    const known = recent.get(begin)
    if (known) return known
    const thing = at.get(begin)
    const entry = thing === undefined ? null : entryAt(await bytesAt(begin, thing.end), 0)
    if (entry === null) return null
    if (entry.kind === 'whole') return recent.keep(begin, entry.stored)
    const made = await madeOf(begin, entry.base, entry.delta)
    return made && recent.keep(begin, made)
  }

  async function madeOf(begin: number, base: number | Oid, delta: Buffer): Promise<Stored | null> {
    const source = typeof base === 'number' ? await readAt(begin + base) : ((await read(base)) ?? (await outside(base)))
    const body = source === null ? null : applied(source.body, delta)
    return source === null || body === null ? null : { type: source.type, body }
  }

  async function read(oid: Oid): Promise<Stored | null> {
    const thing = named.get(oid)
    return thing === undefined ? null : readAt(thing.begin)
  }

  function list(begin: number, { oid, type }: Pick<Thing, 'oid' | 'type'>, came: Came): void {
    const thing = { oid, type, begin, crc: came.crc, end: begin + came.length }
    things.push(thing)
    at.set(begin, thing)
    named.set(oid, thing)
  }

  async function takeEntry(source: ByteSource, onBytes: (bytes: Buffer) => Promise<void>): Promise<void> {
    const begin = length
    const came = await nextEntry(source, onBytes)
    if (came.kind === 'large') return list(begin, came, came)
    if (came.kind === 'whole') {
      recent.keep(begin, came.stored)
      return list(begin, nameAndType(came.stored), came)
    }
    const made = await madeOf(begin, came.base, came.delta)
    if (made === null && typeof came.base === 'number') throw spoiled()
    if (made === null) return void waiting.push({ begin, base: String(came.base), came })
    if (typeof came.base === 'string' && !named.has(came.base)) bases.add(came.base)
    recent.keep(begin, made)
    list(begin, nameAndType(made), came)
  }

  /** A pack may name what comes later in it: once around for each step of the longest chain. */
  async function takeWaiting(): Promise<void> {
    for (let before = -1; before !== waiting.length; ) {
      before = waiting.length
      const still: typeof waiting = []
      for (const each of waiting) {
        const made = await madeOf(each.begin, each.base, each.came.delta)
        if (made === null) still.push(each)
        else list(each.begin, nameAndType(made), each.came)
      }
      waiting = still
    }
    if (waiting.length > 0) throw spoiled()
  }

  /** As if nothing from there on had come. */
  async function dropFrom(begin: number): Promise<void> {
    waiting = waiting.filter(each => each.begin < begin)
    for (const thing of things.splice(0)) {
      if (thing.begin < begin) things.push(thing)
      else {
        at.delete(thing.begin)
        if (named.get(thing.oid) === thing) named.delete(thing.oid)
      }
    }
    recent.clear()
    await write()
    length = begin
    written = begin
    if (only === 'to grow') await file.truncate(begin)
  }

  async function dropUnfinished(): Promise<void> {
    const whole = things.reduce((end, thing) => Math.max(end, thing.end), headSize)
    await dropFrom(waiting.reduce((least, { begin }) => Math.min(least, begin), whole))
  }

  /** What a cut, or a kill, left of it. */
  async function readAgain(): Promise<void> {
    const { size } = await file.stat()
    const source = byteSource(piecesOf(headSize, size))
    written = size
    const advance = async (bytes: Buffer) => {
      length += bytes.length
    }
    try {
      while ((await source.atLeast(1)).length > 0) await takeEntry(source, advance)
    } catch (error) {
      if (!isSpoiled(error)) throw error
    }
    await dropUnfinished()
  }

  async function* piecesOf(from: number, to: number): AsyncGenerator<Buffer> {
    for (let begin = from; begin < to; begin += pieceSize) yield await bytesAt(begin, Math.min(to, begin + pieceSize))
  }

  try {
    await readAgain()
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    count: () => things.length,
    bytes: () => length,
    names: () => named.keys(),
    things: () => things,
    files(most) {
      const files = things.filter(({ type }) => type === 'blob').toSorted((a, b) => b.end - b.begin - (a.end - a.begin))
      return files.slice(0, most).map(({ oid }) => oid)
    },
    has: oid => named.has(oid),
    read,
    async take(source, onEntry) {
      const before = length
      let isOther = false
      try {
        const head = (await source.atLeast(headSize)).subarray(0, headSize)
        if (head.length < headSize || head.toString('latin1', 0, 4) !== 'PACK') throw spoiled()
        source.skip(headSize)
        const many = head.readUInt32BE(8)
        for (let came = 0; came < many; came++) {
          onEntry(came, many)
          await takeEntry(source, keep)
        }
        const [sum, said] = [source.sum(), (await source.atLeast(20)).subarray(0, 20)]
        isOther = said.length === 20 && !sum.equals(said)
        if (!sum.equals(said)) throw spoiled()
        await takeWaiting()
        onEntry(many, many)
      } catch (error) {
        // Something on the way changed it: then none of it is to be trusted, however well it reads.
        if (isSpoiled(error) && (isOther || !source.ended())) await dropFrom(before)
        else await dropUnfinished()
        throw error
      }
    },
    async close() {
      try {
        await write()
      } finally {
        await file.close()
      }
    },
    async finish() {
      try {
        for (const base of bases) {
          const stored = named.has(base) ? null : await outside(base)
          if (stored !== null) await takeEntry(byteSource(entryOf(stored)), keep)
        }
        await write()
        const head = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1')
        head.writeUInt32BE(things.length, 8)
        await file.write(head, 0, headSize, 0)
        const hash = createHash('sha1')
        for await (const piece of piecesOf(0, length)) hash.update(piece)
        const sum = hash.digest()
        await file.write(sum, 0, sum.length, length)
        await file.sync()
        return sum
      } finally {
        await file.close()
      }
    },
  }
}

const nameAndType = (stored: Stored) => ({ oid: oidOf(stored), type: stored.type })

const isSpoiled = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ParseError'

async function openOrMake(disk: Disk, path: string): ReturnType<Disk['open']> {
  try {
    return await patiently(disk, () => disk.open(path, 'r+'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return patiently(disk, () => disk.open(path, 'w+'))
  }
}
