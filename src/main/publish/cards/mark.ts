import type { Library } from '../pictures/library.ts'
import { type Mark, markHeight, markWidth } from './draw-card.ts'

/** So many colours of its own leave room for those of the words. */
const mostColours = 216

/**
 * The council's logo as it stands in the pictures beside links, on white, in a few colours. Null where it cannot be read, and for a drawing
 * with words in it: no typeface is there to write them with.
 */
export function markOf(vips: Library, logo: Uint8Array): Mark | null {
  if (/<text[\s>]/.test(Buffer.from(logo.buffer, logo.byteOffset, logo.byteLength).toString('latin1'))) return null
  // Only a plain drawing comes as far as this (workspace/plain-svg.ts).
  vips.blockUntrusted(false)
  try {
    const small = vips.Image.thumbnailBuffer(logo, markWidth, { height: markHeight, output_profile: 'srgb' })
    const onWhite = small.hasAlpha() ? small.flatten({ background: [255, 255, 255] }) : small
    const image = onWhite.colourspace('srgb').cast('uchar')
    const { width, height } = image
    return { width, height, ...inColours(Uint8Array.from(image.writeToMemory())) }
  } catch {
    // The library's only way to say that a picture is damaged.
    return null
  } finally {
    vips.blockUntrusted(true)
  }
}

function inColours(rgb: Uint8Array): Pick<Mark, 'colours' | 'points'> {
  const exact = numbered(rgb)
  // Of a photograph so many colours remain as can be told apart: six shades of each of red, green and blue.
  return exact.colours.length <= mostColours * 3 ? exact : numbered(rgb.map(part => Math.round(part / 51) * 51))
}

function numbered(rgb: Uint8Array): Pick<Mark, 'colours' | 'points'> {
  const numbers = new Map<number, number>()
  const points = new Uint8Array(rgb.length / 3)
  for (let at = 0; at < points.length; at++) {
    const colour = ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0)
    const number = numbers.get(colour) ?? numbers.size
    numbers.set(colour, number)
    points[at] = number
  }
  return { points, colours: [...numbers.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]) }
}
