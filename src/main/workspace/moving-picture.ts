import type { FileKind } from './file-kind.ts'

/** Whether a picture's file holds several pictures that are shown one after the other. */
export function isMovingPicture(kind: FileKind, bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'gif') return framesOfGif(file) > 1
  if (kind === 'png') return framesOfPng(file) > 1
  // The second bit of an extended WebP's flags (RFC 9649, section 2.7).
  return (
    kind === 'webp' && file.length > 20 && file.toString('latin1', 12, 16) === 'VP8X' && (file.readUInt8(20) & 2) > 0
  )
}

/** GIF89a: a screen with its colours, then pictures and what is said of them, each in parts that begin with their length. */
function framesOfGif(file: Buffer): number {
  if (file.length < 13) return 0
  let frames = 0
  let at = 13 + coloursIn(file.readUInt8(10))
  while (frames < 2 && at < file.length) {
    const kind = file[at]
    if (kind === 0x21) at = afterParts(file, at + 2)
    else if (kind === 0x2c && at + 10 < file.length) {
      frames += 1
      at = afterParts(file, at + 11 + coloursIn(file.readUInt8(at + 9)))
    } else return frames
  }
  return frames
}

/** The bytes of a table of colours, by the flags of what it belongs to. */
function coloursIn(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function afterParts(file: Buffer, from: number): number {
  let at = from
  for (let length = file[at] ?? 0; length > 0; length = file[at] ?? 0) at += length + 1
  return at + 1
}

/** An animated PNG says how many pictures it has before the first of them (W3C PNG, third edition, section 11.3.6.1). */
function framesOfPng(file: Buffer): number {
  for (let at = 8; at + 12 <= file.length; ) {
    const name = file.toString('latin1', at + 4, at + 8)
    if (name === 'IDAT') return 1
    if (name === 'acTL') return file.readUInt32BE(at + 8)
    at += 12 + file.readUInt32BE(at)
  }
  return 1
}
