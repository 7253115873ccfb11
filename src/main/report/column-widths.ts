import { type Table as ReportTable, wordsOf } from '../../shared/report/index.ts'
import { wordsWide } from './letter-widths.ts'

/** All in twips, of which a point has twenty. */

/** The empty space at both sides of a cell, and its line. */
export const cellMargin = 90
const aroundWords = 2 * cellMargin + 20

/**
 * How wide each column of a table is. Each has room for its longest word, so that no word is divided; what is left of
 * `width` goes to those whose cells say most. Where the longest words do not fit beside each other, the longest of them are
 * divided, and no others.
 */
export function columnWidths({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>, width: number): number[] {
  const texts = columns.map((column, at) => [column, ...rows.map(row => wordsOf(row[at] ?? ''))])
  // Numbers that stand far from what they count are hard to read across: a column of them is as wide as its header.
  const areNumbers = columns.map((_, at) => rows.length > 0 && rows.every(row => typeof row[at] === 'object'))
  const headers = columns.map((header, at) => (areNumbers[at] ? headerWidth(header) : 0))
  const least = texts.map(
    (cells, at) => Math.max(widest(cells.flatMap(cell => cell.split(/\s/))), headers[at] ?? 0) + aroundWords,
  )
  const wanted = texts.map((cells, at) =>
    areNumbers[at] ? 0 : Math.max(0, usual(cells) + aroundWords - (least[at] ?? 0)),
  )
  const [leastOfAll, wantedOfAll] = [sum(least), sum(wanted)]
  if (leastOfAll >= width) return withLongestCut(least, width)
  const left = width - leastOfAll
  const ofWords = areNumbers.filter(each => !each).length
  const alike = (at: number) => (ofWords === 0 ? 1 / columns.length : areNumbers[at] ? 0 : 1 / ofWords)
  return least.map((each, at) => {
    const share = wantedOfAll === 0 ? alike(at) : (wanted[at] ?? 0) / wantedOfAll
    return Math.floor(each + share * left)
  })
}

/** About how many lines the rows of a table take: a line ends with a whole word, so few are full. */
export function linesIn({ rows }: Pick<ReportTable, 'rows'>, widths: readonly number[]): number {
  const linesOf = (words: string, width: number) =>
    Math.ceil((wordsWide(words) * 1.1) / Math.max(1, width - aroundWords))
  return sum(rows.map(row => Math.max(1, ...row.map((cell, at) => linesOf(wordsOf(cell), widths[at] ?? 0)))))
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(wordsWide))
}

/** One long cell counts for more than its share, and for less than a column of them; a header has room for some words. */
function usual([header = '', ...cells]: readonly string[]): number {
  const mean = sum(cells.map(text => wordsWide(text) ** power)) / Math.max(1, cells.length)
  return Math.max(mean ** (1 / power), headerWidth(header))
}
/** With it the evaluation of the sample takes the fewest lines: 386, and 390 with two or 394 with six. */
const power = 3
const headerWide = 2000

function headerWidth(header: string): number {
  return Math.min(wordsWide(header), headerWide)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}

/** No column is wider than what makes all of them fit. */
function withLongestCut(least: readonly number[], width: number): number[] {
  const rising = least.toSorted((a, b) => a - b)
  let left = width
  for (const [at, each] of rising.entries()) {
    const share = Math.floor(left / (rising.length - at))
    if (each > share) return least.map(one => Math.min(one, share))
    left -= each
  }
  return [...least]
}
