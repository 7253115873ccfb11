import { useEffect, useState } from 'react'
import type { SheetRow } from '../../shared/contract/index.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { lookForNames, nothingSeen, type RecognisedIn } from './look-for-names.ts'

/**
 * Words in the comments of a file by which somebody may be recognised. To look for them takes longer than to read the file,
 * so the rows are shown first, and what is found comes piece by piece.
 */
export function useRecognised(rows: readonly SheetRow[]): RecognisedIn {
  const [seen, setSeen] = useState<RecognisedIn & { of: readonly SheetRow[] }>({ ...nothingSeen, of: rows })
  useEffect(() => {
    let isLeft = false
    void lookForNames(rows, wish => settled(() => api.feedback.recogniseAll(wish)), {
      tell: now => setSeen({ ...now, of: rows }),
      isLeft: () => isLeft,
    })
    return () => {
      isLeft = true
    }
  }, [rows])
  return seen.of === rows ? seen : nothingSeen
}
