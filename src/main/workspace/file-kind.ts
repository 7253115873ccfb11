import { imageSize } from 'image-size'
import { isPlainSvg } from './plain-svg.ts'

/** What a file really is, by its bytes; its name may say anything. `png`, … are the endings that Signpost gives. */
export type FileKind = 'png' | 'jpg' | 'gif' | 'webp' | 'svg' | 'pdf' | 'docx' | 'xlsx'

const pictures: readonly FileKind[] = ['png', 'jpg', 'gif', 'webp', 'svg']

export function isPicture(kind: FileKind): boolean {
  return pictures.includes(kind)
}

/** The kind of a file's bytes, or why it cannot be taken: not one of ours, or a drawing that does more than draw. */
export function fileKind(bytes: Uint8Array): FileKind | 'unknown' | 'active-svg' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048))
  const starts = (signature: string, at = 0) =>
    head.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'))
  if (starts('\x89PNG\r\n\x1a\n')) return 'png'
  if (starts('\xff\xd8\xff')) return 'jpg'
  if (starts('GIF87a') || starts('GIF89a')) return 'gif'
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp'
  if (starts('%PDF-')) return 'pdf'
  if (starts('PK\x03\x04')) return officeKind(bytes)
  if (/<svg[\s>/]/.test(head.toString('utf8'))) return isPlainSvg(bytes) ? 'svg' : 'active-svg'
  return 'unknown'
}

/** A Word or Excel file is a zip with certain names in it, which stand uncompressed; one with macros is not taken. */
function officeKind(bytes: Uint8Array): FileKind | 'unknown' {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!zip.includes('[Content_Types].xml') || zip.includes('vbaProject.bin')) return 'unknown'
  if (zip.includes('word/document.xml')) return 'docx'
  return zip.includes('xl/workbook.xml') ? 'xlsx' : 'unknown'
}

/** In pixels, the right way up. */
export interface Size {
  width: number
  height: number
}

/**
 * The most pixels that a picture may have: 16,000 by 6,250, which no screen shows. A browser unpacks every one into four
 * bytes, however few the file has, so a small file with many more of them stops a phone.
 */
const mostPixels = 100_000_000

export function isHuge({ width, height }: Size): boolean {
  return width * height > mostPixels
}

/** A picture's size from its first bytes; null where they do not tell, as in a damaged file. */
export function pictureSize(bytes: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (!(width > 0 && height > 0)) return null
    // A telephone that is held upright often stores its picture lying down, and says so beside it.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height]
    return { width: Math.round(across), height: Math.round(down) }
  } catch {
    // The library's only way to say that a picture is damaged.
    return null
  }
}
