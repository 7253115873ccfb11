import { valueStore } from '../state/value-store.ts'

/** A word that somebody found in a page and wants to see there: the page, once it is open, goes to it. */
export const wordsWanted = valueStore<{ id: string; found: string } | null>(null)
