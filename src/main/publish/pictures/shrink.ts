import type Vips from 'wasm-vips'
import type { Library } from './library.ts'

/**
 * Smaller sizes of a picture, as WebP. The library is libvips compiled to WebAssembly: the same program on every machine, so
 * the same bytes from the same picture. Nothing of what a camera wrote beside the pixels comes along.
 */

export interface Shrunk {
  width: number
  bytes: Uint8Array
}

/** In pixels: a phone held upright, two of its pixels for one of the page's, and four, or a page at 400%. */
const widths = [400, 800, 1280]
const widest = 1280
/** One that is hardly narrower than the next is not worth a file. */
const worthASize = 0.85

/** Names everything that the bytes follow from but the picture itself; another library or setting is another name. */
export const shrinkSettings = 'wasm-vips 0.0.19, webp 78/90 effort 4, 400 800 1280'

/** More than a telephone takes. A picture that is written from both ends has to be unpacked whole. */
export const mostPixelsToShrink = 50_000_000

const mostHigh = 1_000_000
/** The first byte of a PNG, which is for drawings and screenshots; photographs are JPEG. */
const png = 0x89

/** None where the picture moves, is small as it is, or cannot be read. */
export function shrink(vips: Library, picture: Uint8Array): Shrunk[] {
  try {
    const shown = widthShown(vips, picture)
    const made = shown === null ? [] : inWidths(vips, picture, widthsFor(shown))
    // The largest is what most people get: where it is no smaller than the picture, nothing is gained.
    return (made.at(-1)?.bytes.byteLength ?? 0) < picture.byteLength ? made : []
  } catch (error) {
    // The library itself came to its end, and could read no other picture either: that says nothing about this one.
    if (error instanceof Error && error.name === 'RuntimeError') throw error
    // Its only way to say that a picture is damaged.
    return []
  }
}

/** The picture is unpacked once, at its widest; the others are made of that one. */
function inWidths(vips: Library, picture: Uint8Array, all: readonly number[]): Shrunk[] {
  const isDrawing = picture[0] === png
  const widestOne = unpacked(vips, picture, all.at(-1) ?? widest)
  try {
    return all.map(width => ({ width, bytes: atWidth(widestOne, width, isDrawing) }))
  } finally {
    widestOne.delete()
  }
}

function unpacked(vips: Library, picture: Uint8Array, width: number): Vips.Image {
  const image = vips.Image.thumbnailBuffer(picture, width, {
    // As high as it has to be: only the width counts.
    height: mostHigh,
    size: 'down',
    output_profile: 'srgb',
  })
  try {
    return image.copyMemory()
  } finally {
    image.delete()
  }
}

function widthsFor(shown: number): number[] {
  const last = Math.min(shown, widest)
  return [...widths.filter(width => width < last * worthASize), last]
}

/** As people see it, the right way up; null for a picture that moves, of which only the first moment would be left. */
function widthShown(vips: Library, picture: Uint8Array): number | null {
  const image = vips.Image.newFromBuffer(picture)
  try {
    if (image.getTypeof('n-pages') !== 0 && image.getInt('n-pages') > 1) return null
    const turned = image.getTypeof('orientation') !== 0 && image.getInt('orientation') >= 5
    return turned ? image.height : image.width
  } finally {
    image.delete()
  }
}

function atWidth(picture: Vips.Image, width: number, isDrawing: boolean): Uint8Array {
  const image = picture.thumbnailImage(width, { height: mostHigh, size: 'down' })
  const held = image.copyMemory()
  try {
    const photo = held.webpsaveBuffer({ Q: 78, effort: 4, keep: 'none' })
    if (!isDrawing) return photo
    // Drawings and screenshots are often smaller and sharper without any loss.
    const exact = held.webpsaveBuffer({ lossless: true, Q: 90, effort: 4, keep: 'none' })
    return exact.byteLength <= photo.byteLength ? exact : photo
  } finally {
    held.delete()
    image.delete()
  }
}
