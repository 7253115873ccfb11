/**
 * How wide words are in bold Arial of 11.5 points, which is what a header cell has: wider than any other text of a table.
 * The widths are those of Helvetica-Bold, which Arial has too (Adobe, Core 14 font metrics), in thousandths of the letter's size.
 */
const letters: Readonly<Record<number, string>> = {
  278: " 'ijlI,./|\\’‘",
  333: '-ft!()[]`:;',
  389: 'r*{}',
  474: '"',
  500: 'z“”',
  556: 'aceksvxyJ0123456789#$_–',
  584: '+<=>~^',
  611: 'bdghnopquFLTZ?',
  667: 'EPSVXY',
  722: 'ABCDHKNRU&',
  778: 'wGOQ',
  833: 'M',
  889: 'm%',
  944: 'W',
}

const widths = new Map(
  Object.entries(letters).flatMap(([width, own]) => [...own].map(letter => [letter, Number(width)] as const)),
)
/** A letter of another script may be as wide as it is high. */
const other = 1000
/** 11.5 points, in twips. */
const size = 230

/** In twips. */
export function wordsWide(words: string): number {
  const all = [...words].reduce((sum, letter) => sum + (widths.get(letter) ?? accented(letter)), 0)
  return Math.ceil((all * size) / 1000)
}

function accented(letter: string): number {
  return widths.get(letter.normalize('NFD').charAt(0)) ?? other
}
