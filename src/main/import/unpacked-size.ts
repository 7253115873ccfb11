import { inflateRawSync } from 'node:zlib'

/**
 * What a zip really holds, in bytes, found by unpacking every part of it: what its own list says may be a lie. The parts
 * are those that any reader would find: a file that can be read in two ways (bytes before the zip or after its list, more
 * parts than it counts, the long form for more than 4 GB) is `broken`, for it shows one thing and holds another. APPNOTE
 * 4.3.7, 4.3.12 and 4.3.16. So is one whose parts are made of the same bytes again and again, which is how a small file keeps
 * a computer busy for hours with nothing. `most` is for all of it, `mostMarkup` for each part that is read as XML.
 */
export function unpackedSize(zip: Buffer, most: number, mostMarkup: number): number | 'broken' | 'too-big' {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 + zip.readUInt16LE(Math.min(end + 20, zip.length - 2)) !== zip.length) return 'broken'
  const [count, length, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  if (start + length !== end) return 'broken'
  let sum = 0
  let packed = 0
  let parts = 0
  for (let at = start; at < end; parts++) {
    const part = partAt(zip, at)
    if (part === null) return 'broken'
    packed += part.packed
    if (packed > zip.length) return 'broken'
    const size = sizeOf(zip, part, part.isMarkup ? Math.min(mostMarkup, most - sum) : most - sum)
    if (typeof size === 'string') return size
    sum += size
    at += part.listed
  }
  return parts === count ? sum : 'broken'
}

interface Part {
  isMarkup: boolean
  /** 0 as it is, 8 deflated; Word knows no other. */
  method: number
  packed: number
  claimed: number
  /** Where its own header stands. */
  header: number
  /** How long its line in the list is. */
  listed: number
}

function partAt(zip: Buffer, at: number): Part | null {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
  const name = zip.toString('latin1', at + 46, at + 46 + zip.readUInt16LE(at + 28))
  return {
    isMarkup: /\.(xml|rels)$/i.test(name),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    claimed: zip.readUInt32LE(at + 24),
    header: zip.readUInt32LE(at + 42),
    listed: 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  }
}

function sizeOf(zip: Buffer, { method, packed, claimed, header }: Part, most: number): number | 'broken' | 'too-big' {
  if (claimed > most) return 'too-big'
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== 0x04034b50) return 'broken'
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  if (from + packed > zip.length) return 'broken'
  if (method === 0) return packed > most ? 'too-big' : packed
  if (method !== 8) return 'broken'
  // The library's only ways to say that there is more than it may unpack, and that the bytes are no such thing.
  try {
    return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return error instanceof RangeError ? 'too-big' : 'broken'
  }
}
