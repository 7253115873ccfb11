import { crc32 } from 'node:zlib'
import { packedRows } from './packed-rows.ts'

/** A PNG of few colours, whose points are numbers of them (W3C, PNG, third edition). */
export function indexedPng(
  { width, height }: { width: number; height: number },
  points: Uint8Array,
  colours: readonly number[],
): Uint8Array {
  const bits = colours.length <= 16 * 3 ? 4 : 8
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(colours)),
    chunk('IDAT', packedRows(points, width, bits)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.byteLength)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
