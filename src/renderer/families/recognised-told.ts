import type { RecognisedIn } from './look-for-names.ts'
import { rowsSaid } from './sheet-words.ts'

/** What is said once all rows of a file were looked at, or no more can be; empty until then. */
export function recognisedTold(rows: number, { found, looked }: RecognisedIn): string {
  if (looked === null)
    return 'Signpost could not look in all rows for words by which somebody may be recognised. Look for names yourself, or choose the file again.'
  if (rows === 0 || looked < rows) return ''
  const known = [...found].flatMap(([row, words]) => (words.length > 0 ? [row] : []))
  return known.length === 0
    ? 'Signpost found no words by which somebody may be recognised. Look for names all the same: it does not know every one.'
    : `Somebody may be recognised in ${rowsSaid(known)}. The words that may tell who stand there.`
}

/** How many of the chosen rows nobody has looked at for such words. */
export function notLookedAt(chosen: ReadonlySet<number>, { found }: RecognisedIn): number {
  return [...chosen].filter(row => !found.has(row)).length
}
