import type { SheetRow } from '../../shared/contract/index.ts'
import type { Recognised } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'

export interface RecognisedIn {
  /** What was found in each row so far, by the rows' numbers. */
  found: ReadonlyMap<number, readonly Recognised[]>
  /** How many rows were looked at; null where it could not go on. */
  looked: number | null
}

export const nothingSeen: RecognisedIn = { found: new Map(), looked: 0 }

/** At once; each such piece takes the main process a few hundredths of a second. */
const piece = 250

/** Looks in the words of the rows piece by piece, and tells after each what was found so far, until `isLeft`. */
export async function lookForNames(
  rows: readonly SheetRow[],
  recogniseAll: (wish: { texts: string[] }) => Promise<readonly (readonly Recognised[])[] | Refusal>,
  { tell, isLeft }: { tell: (seen: RecognisedIn) => void; isLeft: () => boolean },
): Promise<void> {
  const found = new Map<number, readonly Recognised[]>()
  for (let from = 0; from < rows.length; from += piece) {
    const some = rows.slice(from, from + piece)
    const answer = await recogniseAll({ texts: some.map(({ details }) => details?.words ?? '') })
    if (isLeft()) return
    if (isRefusal(answer)) {
      tell({ found: new Map(found), looked: null })
      return
    }
    for (const [at, { row }] of some.entries()) found.set(row, answer[at] ?? [])
    tell({ found: new Map(found), looked: Math.min(from + piece, rows.length) })
  }
}
