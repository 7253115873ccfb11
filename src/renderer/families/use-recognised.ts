import { useEffect, useState } from 'react'
import type { SheetRow } from '../../shared/contract/index.ts'
import type { Recognised } from '../../shared/feedback/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'

export interface RecognisedIn {
  /** What was found in each row so far, by the rows' numbers. */
  found: ReadonlyMap<number, readonly Recognised[]>
  /** How many rows were looked at; null where it could not go on. */
  looked: number | null
}

/** At once; each such piece takes the main process a few hundredths of a second. */
const piece = 250

/**
 * Words in the comments of a file by which somebody may be recognised. To look for them takes longer than to read the file,
 * so the rows are shown first, and what is found comes piece by piece.
 */
export function useRecognised(rows: readonly SheetRow[]): RecognisedIn {
  const [seen, setSeen] = useState<RecognisedIn & { of: readonly SheetRow[] }>({ ...nothingYet, of: rows })
  useEffect(() => {
    let isLeft = false
    async function look() {
      const found = new Map<number, readonly Recognised[]>()
      for (let from = 0; from < rows.length; from += piece) {
        const some = rows.slice(from, from + piece)
        const texts = some.map(({ details }) => details?.words ?? '')
        const answer = await settled(() => api.feedback.recogniseAll({ texts }))
        if (isLeft) return
        if (isRefusal(answer)) {
          setSeen({ found: new Map(found), looked: null, of: rows })
          return
        }
        for (const [at, { row }] of some.entries()) found.set(row, answer[at] ?? [])
        setSeen({ found: new Map(found), looked: Math.min(from + piece, rows.length), of: rows })
      }
    }
    void look()
    return () => {
      isLeft = true
    }
  }, [rows])
  return seen.of === rows ? seen : nothingYet
}

const nothingYet: RecognisedIn = { found: new Map(), looked: 0 }
