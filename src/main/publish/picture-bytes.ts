/**
 * A picture as families get it: every pixel as it was, without what a camera or a program wrote beside them, such as where a
 * child's photograph was taken, on which telephone, and by whom. What a browser needs stays: colours, and which way is up.
 * Bytes that are none of these formats are answered as they are.
 */
export function pictureBytes(bytes: Uint8Array): Uint8Array {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (
    withoutJpegNotes(picture) ??
    withoutPngNotes(picture) ??
    withoutWebpNotes(picture) ??
    withoutGifNotes(picture) ??
    bytes
  )
}

/** JPEG (ITU-T T.81, annex B): segments, of which those between APP1 and APP15 are programs' own, and COM is a comment. */
function withoutJpegNotes(picture: Buffer): Buffer | null {
  if (picture.length < 4 || picture.readUInt16BE(0) !== 0xffd8) return null
  const kept: Buffer[] = [picture.subarray(0, 2)]
  let at = 2
  while (at + 2 <= picture.length) {
    if (picture[at] !== 0xff) return null
    const marker = picture[at + 1] ?? 0
    // What lies behind the end is another picture with notes of its own, as some telephones add.
    if (marker === 0xd9) return Buffer.concat([...kept, picture.subarray(at, at + 2)])
    if (at + 4 > picture.length) return null
    const end = at + 2 + picture.readUInt16BE(at + 2)
    if (end > picture.length) return null
    const next = marker === 0xda ? endOfScan(picture, end) : end
    kept.push(keptOf(marker, picture.subarray(at, next)))
    at = next
  }
  // Without its end it is shown all the same, as far as it goes.
  return at === picture.length ? Buffer.concat(kept) : null
}

/** In a scan, 0xFF is followed by zero or by a mark to start again from; anything else begins the next segment. */
function endOfScan(picture: Buffer, from: number): number {
  for (let at = from; at + 1 < picture.length; at++) {
    const after = picture[at + 1] ?? 0
    if (picture[at] === 0xff && after !== 0 && !(after >= 0xd0 && after <= 0xd7) && after !== 0xff) return at
  }
  return picture.length
}

function keptOf(marker: number, segment: Buffer): Buffer {
  const says = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name
  if (marker === 0xe1) return says('Exif\0\0') ? wayUp(segment.subarray(10)) : Buffer.alloc(0)
  const isColour = (marker === 0xe2 && says('ICC_PROFILE\0')) || (marker === 0xee && says('Adobe'))
  const isNote = marker === 0xfe || (marker > 0xe0 && marker <= 0xef)
  return isNote && !isColour ? Buffer.alloc(0) : segment
}

/** A note of a camera that says which way is up and nothing else; none where that is as it stands. */
function wayUp(tiff: Buffer): Buffer {
  const orientation = orientationIn(tiff)
  if (orientation < 2 || orientation > 8) return Buffer.alloc(0)
  const note = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex')
  note.writeUInt16BE(orientation, 28)
  return note
}

/** Tag 0x0112 of the first list of a TIFF header (Exif 2.32, 4.6.2); 1 where it says nothing. */
function orientationIn(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const list = long(4)
  for (let entry = 0; entry < short(list); entry++) {
    const at = list + 2 + entry * 12
    if (at + 12 > tiff.length) return 1
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}

/** Colours, how the pixels are packed, and movement; what is none of these is somebody's note, whatever programs come to call it. */
const pngParts: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

/** PNG (W3C, section 5.3): chunks of a length, a name, bytes and a sum. */
function withoutPngNotes(picture: Buffer): Buffer | null {
  if (picture.length < 8 || picture.toString('latin1', 1, 8) !== 'PNG\r\n\x1a\n') return null
  const kept: Buffer[] = [picture.subarray(0, 8)]
  for (let at = 8; at + 12 <= picture.length; ) {
    const end = at + 12 + picture.readUInt32BE(at)
    const name = picture.toString('latin1', at + 4, at + 8)
    if (end > picture.length) return null
    if (pngParts.has(name)) kept.push(picture.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

const webpParts: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** WebP (RFC 9649): chunks of even length, and in the first of them which notes there are. */
function withoutWebpNotes(picture: Buffer): Buffer | null {
  if (picture.length < 20 || picture.toString('latin1', 0, 4) !== 'RIFF') return null
  if (picture.toString('latin1', 8, 12) !== 'WEBP') return null
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= picture.length; ) {
    const size = picture.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const name = picture.toString('latin1', at, at + 4)
    if (end > picture.length) return null
    if (webpParts.has(name)) kept.push(name === 'VP8X' ? withoutFlags(picture, at, end) : picture.subarray(at, end))
    at = end
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(picture.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function withoutFlags(picture: Buffer, at: number, end: number): Buffer {
  const chunk = Buffer.from(picture.subarray(at, end))
  if (chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0x0c
  return chunk
}

/** GIF (version 89a, section 15): blocks, of which 0x21 0xFE is a comment and 0x21 0xFF a program's own. */
function withoutGifNotes(picture: Buffer): Buffer | null {
  if (!/^GIF8[79]a$/.test(picture.toString('latin1', 0, 6)) || picture.length < 14) return null
  const kept: Buffer[] = []
  let at = 13 + tableLength(picture[10] ?? 0)
  kept.push(picture.subarray(0, at))
  while (at < picture.length) {
    const [kind, label] = [picture[at], picture[at + 1]]
    if (kind === 0x3b) return Buffer.concat([...kept, picture.subarray(at, at + 1)])
    const body = kind === 0x21 ? at + 2 : kind === 0x2c ? at + 11 + tableLength(picture[at + 9] ?? 0) : null
    const end = body === null ? null : endOfParts(picture, body)
    if (end === null) return null
    if (kind === 0x2c || label === 0xf9 || label === 0x01 || isRepeat(picture, at)) kept.push(picture.subarray(at, end))
    at = end
  }
  return null
}

function tableLength(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0
}

/** How often a moving picture begins again. */
function isRepeat(picture: Buffer, at: number): boolean {
  return picture[at + 1] === 0xff && picture.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0'
}

/** Parts of up to 255 bytes, each behind its length, until one of none. */
function endOfParts(picture: Buffer, from: number): number | null {
  let at = from
  while (at < picture.length) {
    const length = picture[at] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  return null
}
