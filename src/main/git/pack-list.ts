import { createHash } from 'node:crypto'
import type { Oid } from './object-format.ts'

/** One thing in a pack, as its list of contents has it. */
export interface Listed {
  oid: Oid
  /** Where it begins. */
  begin: number
  /** CRC-32 of its bytes as they stand in the pack. */
  crc: number
}

/** A pack's list of contents: format 2 of git's pack index. `sum` is the pack's own last twenty bytes. */
export function listBytes(things: readonly Listed[], sum: Buffer): Buffer {
  const sorted = things.toSorted((a, b) => (a.oid < b.oid ? -1 : a.oid > b.oid ? 1 : a.begin - b.begin))
  const count = sorted.length
  const names = 8 + 256 * 4
  const bytes = Buffer.alloc(names + count * 28 + 40)
  bytes.writeUInt32BE(0xff744f63, 0)
  bytes.writeUInt32BE(2, 4)
  const upTo = new Array<number>(256).fill(0)
  for (const [at, { oid, begin, crc }] of sorted.entries()) {
    bytes.write(oid, names + at * 20, 'hex')
    bytes.writeUInt32BE(crc, names + count * 20 + at * 4)
    bytes.writeUInt32BE(begin, names + count * 24 + at * 4)
    const first = Number.parseInt(oid.slice(0, 2), 16)
    upTo[first] = (upTo[first] ?? 0) + 1
  }
  let sofar = 0
  for (const [first, many] of upTo.entries()) {
    sofar += many
    bytes.writeUInt32BE(sofar, 8 + first * 4)
  }
  sum.copy(bytes, names + count * 28)
  createHash('sha1')
    .update(bytes.subarray(0, -20))
    .digest()
    .copy(bytes, bytes.length - 20)
  return bytes
}
