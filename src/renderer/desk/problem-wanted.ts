import { valueStore } from '../state/value-store.ts'

/** A problem that somebody wants to see in its page: the page, once it is open and checked, goes to the words. */
export interface ProblemWanted {
  id: string
  rule: string
  message: string
}

export const problemWanted = valueStore<ProblemWanted | null>(null)
