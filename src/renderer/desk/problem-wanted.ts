import type { Place } from '../../shared/content/place.ts'
import { valueStore } from '../state/value-store.ts'

/** A problem that somebody wants to see in its page: the page, once it is open and checked, goes to the words. */
export type ProblemWanted =
  | { id: string; rule: string; message: string }
  /** What a browser showed, which no check says: it goes by where it stands. */
  | { id: string; place: 'title' | Place; sentence: string }

export const problemWanted = valueStore<ProblemWanted | null>(null)
