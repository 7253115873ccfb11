import { valueStore } from '../state/value-store.ts'

/** Somebody asked for the search of the page list from another place: the list, once it is there, takes the focus to it. */
export const findWanted = valueStore(false)
