import { inflateSync } from 'node:zlib'
import { oidOf, type Stored } from '../objects.ts'

const types: Readonly<Record<number, string>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' }

/** One thing in a pack: itself, or what to do to another thing of the pack to get it. */
type Entry = { end: number } & (
  | { kind: 'whole'; stored: Stored }
  | { kind: 'delta'; base: number | string; delta: Buffer }
)

/**
 * Everything that can still be read out of a damaged pack, each whole. Without `offsets` it is read from its beginning up
 * to the damage; with them, behind the damage too. Format: git's pack-format.
 */
export function salvage(pack: Buffer, offsets: readonly number[] | null): Stored[] {
  const at = new Map<number, Stored>()
  const named = new Map<string, Stored>()
  const deltas: { offset: number; base: number | string; delta: Buffer }[] = []
  const keep = (offset: number, stored: Stored) => {
    at.set(offset, stored)
    named.set(oidOf(stored), stored)
  }
  for (const [offset, entry] of entriesOf(pack, offsets)) {
    if (entry.kind === 'whole') keep(offset, entry.stored)
    else deltas.push({ offset, ...entry })
  }
  // A delta can be to another delta: once around for each step of the longest chain.
  for (let before = -1; before !== at.size; ) {
    before = at.size
    for (const { offset, base, delta } of deltas) {
      const source = at.has(offset) ? undefined : typeof base === 'number' ? at.get(base) : named.get(base)
      const body = source === undefined ? null : applied(source.body, delta)
      if (source !== undefined && body !== null) keep(offset, { type: source.type, body })
    }
  }
  return [...at.values()]
}

function* entriesOf(pack: Buffer, offsets: readonly number[] | null): Generator<[number, Entry]> {
  if (offsets !== null) {
    for (const offset of offsets) {
      const entry = entryAt(pack, offset)
      if (entry !== null) yield [offset, entry]
    }
    return
  }
  for (let offset = 12; offset < pack.length; ) {
    const entry = entryAt(pack, offset)
    if (entry === null) return
    yield [offset, entry]
    offset = entry.end
  }
}

function entryAt(pack: Buffer, offset: number): Entry | null {
  let at = offset
  const next = () => pack[at++] ?? 0
  let byte = next()
  const type = (byte >> 4) & 7
  let size = byte & 15
  for (let factor = 16; byte & 128; factor *= 128) {
    byte = next()
    size += (byte & 127) * factor
  }
  let base: number | string | null = null
  if (type === 6) {
    byte = next()
    let back = byte & 127
    while (byte & 128) {
      byte = next()
      back = (back + 1) * 128 + (byte & 127)
    }
    base = offset - back
  } else if (type === 7) {
    base = pack.toString('hex', at, at + 20)
    at += 20
  }
  const inflated = inflated1(pack.subarray(at), size)
  if (inflated === null) return null
  const end = at + inflated.used
  if (base !== null) return { kind: 'delta', base, delta: inflated.bytes, end }
  const name = types[type]
  return name === undefined ? null : { kind: 'whole', stored: { type: name, body: inflated.bytes }, end }
}

function inflated1(from: Buffer, size: number): { bytes: Buffer; used: number } | null {
  try {
    const { buffer, engine } = inflateSync(from, { info: true, maxOutputLength: Math.max(1, size) }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return buffer.length === size ? { bytes: buffer, used: engine.bytesWritten } : null
  } catch {
    return null
  }
}

function applied(source: Buffer, delta: Buffer): Buffer | null {
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
  const parts: Buffer[] = []
  while (at < delta.length) {
    const op = next()
    if (op & 128) {
      let from = 0
      let count = 0
      for (let bit = 0; bit < 4; bit++) if (op & (1 << bit)) from += next() * 256 ** bit
      for (let bit = 0; bit < 3; bit++) if (op & (16 << bit)) count += next() * 256 ** bit
      parts.push(source.subarray(from, from + (count || 0x10000)))
    } else {
      parts.push(delta.subarray(at, at + op))
      at += op
    }
  }
  const body = Buffer.concat(parts)
  return body.length === length ? body : null
}
