import { inflateSync } from 'node:zlib'
import type { Stored } from './object-format.ts'

const types: Readonly<Record<number, string>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' }

/**
 * One thing in a pack: itself, or what to do to another thing to get it. `base` is where that one begins, counted as
 * `offset` is, or its name; `end` is the first byte behind. Format: git's pack-format.
 */
export type PackEntry = { end: number } & (
  | { kind: 'whole'; stored: Stored }
  | { kind: 'delta'; base: number | string; delta: Buffer }
)

/** What stands before an entry's compressed bytes. */
export interface EntryHead {
  /** Null for one that is told by its difference from another. */
  type: string | null
  /** How long it is, or what says the difference, before it is compressed. */
  size: number
  base: number | string | null
  /** Of the head itself. */
  length: number
}

/** No head is longer: ten bytes of size, and a name. */
export const longestHead = 32

/** Null for what no entry begins with. */
export function headAt(pack: Buffer, offset: number): EntryHead | null {
  let at = offset
  const next = () => pack[at++] ?? 0
  let byte = next()
  const number = (byte >> 4) & 7
  let size = byte & 15
  for (let factor = 16; byte & 128; factor *= 128) {
    byte = next()
    size += (byte & 127) * factor
  }
  let base: number | string | null = null
  if (number === 6) {
    byte = next()
    let back = byte & 127
    while (byte & 128) {
      byte = next()
      back = (back + 1) * 128 + (byte & 127)
    }
    base = offset - back
  } else if (number === 7) {
    base = pack.toString('hex', at, at + 20)
    at += 20
  }
  const type = types[number] ?? null
  return type === null && base === null ? null : { type, size, base, length: at - offset }
}

/** What begins at `offset`; null where that cannot be read. */
export function entryAt(pack: Buffer, offset: number): PackEntry | null {
  const head = headAt(pack, offset)
  if (head === null) return null
  const from = offset + head.length
  const data = inflated(pack.subarray(from), head.size)
  if (data === null) return null
  const end = from + data.used
  if (head.base !== null) return { kind: 'delta', base: head.base, delta: data.bytes, end }
  return { kind: 'whole', stored: { type: head.type ?? '', body: data.bytes }, end }
}

/** Made ready at once: a head can say any size. */
const mostRoom = 1 << 16

function inflated(from: Buffer, size: number): { bytes: Buffer; used: number } | null {
  try {
    // What is kept of a thing is what was made ready for it, and the usual room is four times what a page takes.
    const chunkSize = Math.max(64, Math.min(size + 1, mostRoom))
    const options = { info: true, maxOutputLength: Math.max(1, size), chunkSize }
    const { buffer, engine } = inflateSync(from, options) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return buffer.length === size ? { bytes: buffer, used: engine.bytesWritten } : null
  } catch {
    return null
  }
}

/** Longer than any file that a git host takes. */
const longestMade = 2 ** 30

/** What a delta makes of its source; null where it is not for this one. */
export function applied(source: Buffer, delta: Buffer): Buffer | null {
  let at = 0
  const next = () => delta[at++] ?? 0
  const size = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = next()
      value += (byte & 127) * factor
      if (!(byte & 128)) return value
    }
  }
  if (size() !== source.length) return null
  const length = size()
  if (length > longestMade) return null
  const parts: Buffer[] = []
  let made = 0
  // A few bytes can ask for a great many: never for more than they said at first.
  while (at < delta.length && made <= length) {
    const op = next()
    if (op & 128) {
      let from = 0
      let count = 0
      for (let bit = 0; bit < 4; bit++) if (op & (1 << bit)) from += next() * 256 ** bit
      for (let bit = 0; bit < 3; bit++) if (op & (16 << bit)) count += next() * 256 ** bit
      parts.push(source.subarray(from, from + (count || 0x10000)))
      made += count || 0x10000
    } else {
      parts.push(delta.subarray(at, at + op))
      made += op
      at += op
    }
  }
  if (made !== length) return null
  const body = Buffer.concat(parts)
  return body.length === length ? body : null
}
