import type { CardWords } from '../../../shared/site/index.ts'
import { type LetterSize, type Letters, linesOf } from './letters.ts'
import { indexedPng } from './png.ts'

/**
 * The picture that messengers and social networks show beside a link to a page (Open Graph): what the page is called, where on
 * the site it stands, and whose it is. Drawn by setting letters that were drawn before, so it is quick, and the same everywhere.
 */

export const cardSize = { width: 1200, height: 630 }
const edge = 80
const band = { top: 490, height: cardSize.height - 490 }
const mostWide = cardSize.width - 2 * edge

/** The council's mark as it stands in the picture: its points, as numbers of its own colours. */
export interface Mark {
  width: number
  height: number
  /** Red, green and blue of each colour. */
  colours: readonly number[]
  points: Uint8Array
}

export const markHeight = 92
export const markWidth = 260

/** The first sixteen colours go from the council's to white: words cover a point by so many fifteenths. */
const shades = 16
const white = shades - 1

export function drawCard(
  { title, topic, under }: CardWords,
  brand: string,
  letters: Letters,
  mark: Mark | null,
): Uint8Array {
  const { width, height } = cardSize
  const points = new Uint8Array(width * height)
  points.fill(white, band.top * width)
  const [large, smaller, around] = letters.sizes
  const pen = { points, letters }
  if (topic !== '') write(pen, around, cut(around, topic, mostWide), edge, 110, false)
  const inLarge = linesOf(large, title, mostWide, 3)
  const [size, { lines }] = inLarge.fits ? [large, inLarge] : [smaller, linesOf(smaller, title, mostWide, 4)]
  const step = Math.round(size.px * 1.15)
  const first = topic === '' ? 150 : 200
  for (const [at, line] of lines.entries()) write(pen, size, line, edge, first + at * step, false)
  const beside = mark === null ? 0 : mark.width + 28
  if (mark !== null) place(points, mark)
  const rows = under.slice(0, 2)
  const middle = band.top + Math.round(band.height / 2) + 12
  for (const [at, line] of rows.entries()) {
    const base = middle + (rows.length === 1 ? 0 : at === 0 ? -22 : 22)
    write(pen, around, cut(around, line, mostWide - beside), edge + beside, base, true)
  }
  return indexedPng(cardSize, points, [...ramp(brand), ...(mark?.colours ?? [])])
}

function cut(size: LetterSize, words: string, widest: number): string {
  return linesOf(size, words, widest, 1).lines[0] ?? ''
}

interface Pen {
  points: Uint8Array
  letters: Letters
}

/** White on the council’s colour, or in that colour on white. */
function write(
  { points, letters }: Pen,
  size: LetterSize,
  words: string,
  from: number,
  base: number,
  isDark: boolean,
): void {
  let at = from
  let before = ''
  for (const letter of words) {
    const [advance, left, top, width, rows, start] = size.letters[letter] ?? [0, 0, 0, 0, 0, 0]
    at += size.kerning[before + letter] ?? 0
    let from = start / 2
    for (let row = 0; row < rows; row++) {
      const line = (base + top + row) * cardSize.width + Math.round(at) + left
      for (let column = 0; column < width; column += 2) {
        const two = letters.shades[from++] ?? 0
        if (two === 0) continue
        cover(points, line + column, two >> 4, isDark)
        cover(points, line + column + 1, two & 15, isDark)
      }
    }
    at += advance
    before = letter
  }
}

/** Letters may stand into one another; the point is then as much covered as by the one that covers more of it. */
function cover(points: Uint8Array, at: number, shade: number, isDark: boolean): void {
  const there = points[at] ?? 0
  if (isDark) points[at] = Math.min(there, white - shade)
  else if (shade > there) points[at] = shade
}

function place(points: Uint8Array, mark: Mark): void {
  const top = band.top + Math.round((band.height - mark.height) / 2)
  for (let row = 0; row < mark.height; row++) {
    for (let column = 0; column < mark.width; column++) {
      points[(top + row) * cardSize.width + edge + column] = shades + (mark.points[row * mark.width + column] ?? 0)
    }
  }
}

function ramp(brand: string): number[] {
  const parts = [1, 3, 5].map(at => Number.parseInt(brand.slice(at, at + 2), 16))
  return Array.from({ length: shades }, (_, shade) =>
    parts.map(part => Math.round(part + ((255 - part) * shade) / white)),
  ).flat()
}
