import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { crc32, createInflate } from 'node:zlib'
import { Errors } from 'isomorphic-git'
import type { ByteSource } from './byte-source.ts'
import type { Oid, Stored } from './object-format.ts'
import { type EntryHead, entryAt, headAt, longestHead } from './pack-entry.ts'

/** What came of a pack's next entry. `length` and `crc` are of its bytes as they stand in the pack. */
export type Came = { length: number; crc: number } & (
  | { kind: 'whole'; stored: Stored }
  /** Too large to be held: only its name is known. */
  | { kind: 'large'; oid: Oid; type: string }
  /** `base`: where the other begins, counted from the beginning of this, or its name. */
  | { kind: 'delta'; base: number | string; delta: Buffer }
)

/** Anything longer is never held whole: it goes through in pieces. */
const largest = 1 << 20
/** What says a difference has to be held; no file that a git host takes needs more. */
const longestDelta = 256 << 20

/** More than anything of this size takes when it is compressed, however badly. */
const mostCompressed = (size: number) => size + (size >> 2) + 1_024

/**
 * Reads the next entry and hands its bytes on to `keep` as they stand. Throws a `ParseError` where there is none: cut off
 * if the source has ended, and spoiled otherwise.
 */
export async function nextEntry(source: ByteSource, keep: (bytes: Buffer) => Promise<void>): Promise<Came> {
  const head = headAt(await source.atLeast(longestHead), 0)
  if (head === null || (head.base !== null && head.size > longestDelta)) throw spoiled()
  if (head.base === null && head.size > largest) return largeEntry(source, head, keep)
  const shown = await source.atLeast(head.length + mostCompressed(head.size))
  const entry = entryAt(shown, 0)
  if (entry === null) throw spoiled()
  const bytes = shown.subarray(0, entry.end)
  await keep(bytes)
  source.skip(entry.end)
  const size = { length: entry.end, crc: crc32(bytes) }
  if (entry.kind === 'whole') return { ...size, kind: 'whole', stored: entry.stored }
  return { ...size, kind: 'delta', base: entry.base, delta: entry.delta }
}

async function largeEntry(
  source: ByteSource,
  { type, size, length }: EntryHead,
  keep: (bytes: Buffer) => Promise<void>,
): Promise<Came> {
  let [taken, crc] = [0, 0]
  const take = async (count: number) => {
    const bytes = (await source.atLeast(count)).subarray(0, count)
    await keep(bytes)
    crc = crc32(bytes, crc)
    taken += count
    source.skip(count)
  }
  const hash = createHash('sha1').update(`${type} ${size}\0`)
  const inflating = inflateBy(bytes => hash.update(bytes), size)
  try {
    await take(length)
    while (!inflating.isDone()) {
      const shown = await source.atLeast(1)
      const used = shown.length === 0 ? null : await inflating.write(shown)
      if (used === null) throw spoiled()
      await take(used)
    }
  } finally {
    inflating.stop()
  }
  return { kind: 'large', oid: hash.digest('hex'), type: type ?? '', length: taken, crc }
}

/** Makes `size` bytes out of compressed ones, piece by piece, and tells where these end. */
function inflateBy(onBytes: (bytes: Buffer) => void, size: number) {
  const inflate = createInflate()
  let made = 0
  let ended = false
  let failed = false
  let wake: () => void = () => undefined
  inflate.on('data', (bytes: Buffer) => {
    made += bytes.length
    failed ||= made > size
    if (!failed) onBytes(bytes)
  })
  inflate.on('end', () => {
    ended = true
  })
  inflate.on('error', () => {
    failed = true
    wake()
  })
  return {
    isDone: () => ended && made === size,
    stop: () => inflate.destroy(),
    /** How many of these were used; null where they are not what was compressed. */
    async write(bytes: Buffer): Promise<number | null> {
      const before = inflate.bytesWritten
      await new Promise<void>(resolve => {
        wake = resolve
        inflate.write(bytes, () => resolve())
      })
      // Its end is told a moment after its last bytes.
      await nextTurn()
      return failed || (ended && made !== size) ? null : inflate.bytesWritten - before
    },
  }
}

export const spoiled = () => new Errors.ParseError('a pack', 'something else')
