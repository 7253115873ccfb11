import type { FileKind } from './file-kind.ts'

/** Whether a picture's file has its end: one that was cut on its way shows half of a picture, and grey below. */
export function isWholePicture(kind: FileKind, bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'jpg') return hasJpegEnd(file)
  // The last part of a PNG (W3C, section 11.2.5), by its name.
  if (kind === 'png') return file.includes('IEND')
  if (kind === 'webp') return file.length >= 12 && file.readUInt32LE(4) + 8 <= file.length
  // A GIF is shown as far as it goes, and many programs leave its end out; a drawing without its end is none.
  return true
}

/** JPEG (ITU-T T.81, annex B): segments up to the pixels, in which the mark of the end stands nowhere else. */
function hasJpegEnd(file: Buffer): boolean {
  for (let at = 2; at + 1 < file.length; ) {
    const marker = file[at + 1]
    if (file[at] !== 0xff) return false
    if (marker === 0xd9) return true
    if (marker === 0xda) return file.indexOf(jpegEnd, at) > 0
    if (marker === 0xff) at += 1
    else if (at + 4 > file.length) return false
    else at += 2 + file.readUInt16BE(at + 2)
  }
  return false
}

const jpegEnd = Buffer.from([0xff, 0xd9])
