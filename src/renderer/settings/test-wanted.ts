import { valueStore } from '../state/value-store.ts'

/** Somebody asked from another place to test the connection: the settings, once they are there, begin it. */
export const testWanted = valueStore(false)
