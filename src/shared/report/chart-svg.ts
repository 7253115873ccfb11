import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import { escapeHtml } from '../site/index.ts'
import { type Chart, countOf } from './model.ts'

extend([a11y])

/** A bar chart as SVG, drawn from its numbers alone. Every bar says its number, so that no colour has to be told apart. */

export interface ChartColours {
  ink: string
  /** One a series; each at least 3 to 1 against the ground and its neighbour (WCAG 2.2 SC 1.4.11). */
  series: readonly string[]
  font: string
}

/** On white. */
export const onPaper: ChartColours = {
  ink: '#1d2430',
  series: ['#123a5c', '#d9730d', '#4a1a4d', '#8a929c'],
  font: 'Atkinson Hyperlegible',
}

const white = '#ffffff'

/** What can be read on a colour (WCAG 2.2 SC 1.4.3): white, or the ink of the text. */
export function inkOn(colour: string, { ink }: ChartColours = onPaper): string {
  const on = colord(colour)
  return on.contrast(white) >= on.contrast(ink) ? white : ink
}

const width = 680
const labelWidth = 230
const barHeight = 18
const numberWidth = 44
const fontSize = 15
/** About the width of a letter of that size. */
const letter = 7.6

export function chartSvg(
  { series, bars }: Chart,
  colours: ChartColours = onPaper,
): { svg: string; width: number; height: number } {
  const most = Math.max(1, ...bars.flatMap(({ parts }) => parts.map(countOf)))
  const scale = (width - labelWidth - numberWidth) / most
  const shapes: string[] = []
  const text = (x: number, y: number, words: string, anchor: 'start' | 'end' = 'start') =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(words)}</text>`
  let top = 8
  if (series.length > 1) {
    let left = labelWidth
    for (const [at, name] of series.entries()) {
      const wide = 22 + name.length * letter + 18
      if (left > labelWidth && left + wide > width) [left, top] = [labelWidth, top + 24]
      shapes.push(`<rect x="${left}" y="${top}" width="14" height="14" fill="${colourOf(colours, at)}"/>`)
      shapes.push(text(left + 20, top + 12, name))
      left += wide
    }
    top += 32
  }
  for (const { label, parts } of bars) {
    const lines = linesOf(label)
    const high = Math.max(parts.length * (barHeight + 3), lines.length * 18)
    for (const [at, line] of lines.entries()) shapes.push(text(labelWidth - 12, top + 14 + at * 18, line, 'end'))
    for (const [at, part] of parts.entries()) {
      const value = countOf(part)
      const y = top + at * (barHeight + 3)
      const long = Math.round(value * scale * 10) / 10
      if (value > 0)
        shapes.push(
          `<rect x="${labelWidth}" y="${y}" width="${long}" height="${barHeight}" fill="${colourOf(colours, at)}"/>`,
        )
      shapes.push(text(labelWidth + long + 6, y + 14, String(value)))
    }
    top += high + 12
  }
  const axis = `<line x1="${labelWidth}" y1="4" x2="${labelWidth}" y2="${top - 6}" stroke="${colours.ink}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" font-family="${escapeHtml(colours.font)}" font-size="${fontSize}" fill="${colours.ink}">${shapes.join('')}${axis}</svg>`
  return { svg, width, height: top }
}

const colourOf = ({ series, ink }: ChartColours, at: number): string => series[at % Math.max(1, series.length)] ?? ink

/** A label in as many lines as it needs beside its bars. */
function linesOf(label: string): string[] {
  const longest = Math.floor((labelWidth - 20) / letter)
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 4)
}
