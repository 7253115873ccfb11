import { type Table as ReportTable, wordsOf } from '../../shared/report/index.ts'

/** All in twips, of which a point has twenty. */

/** What a letter of the text in a cell takes, 11.5 points high and bold, on the average of a long word. */
const letter = 130
/** The empty space at both sides of a cell, and its line. */
export const cellMargin = 90
const aroundWords = 2 * cellMargin + 20
/** More letters than this in a cell stand on several lines. */
const mostOnOneLine = 46

/**
 * How wide each column of a table is. Each has room for its longest word, so that no word is divided; what is left of
 * `width` goes to those whose cells say most. Only a table whose longest words do not fit beside each other divides them.
 */
export function columnWidths({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>, width: number): number[] {
  const texts = columns.map((column, at) => [column, ...rows.map(row => wordsOf(row[at] ?? ''))])
  const least = texts.map(cells => longest(cells.flatMap(cell => cell.split(/\s/))) * letter + aroundWords)
  const wanted = texts.map((cells, at) =>
    Math.max(0, Math.min(mostOnOneLine, longest(cells)) * letter + aroundWords - (least[at] ?? 0)),
  )
  const [leastOfAll, wantedOfAll] = [sum(least), sum(wanted)]
  if (leastOfAll >= width) return least.map(each => Math.floor((each / leastOfAll) * width))
  const left = width - leastOfAll
  return least.map((each, at) => {
    const share = wantedOfAll === 0 ? 1 / columns.length : (wanted[at] ?? 0) / wantedOfAll
    return Math.floor(each + share * left)
  })
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(text => text.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
