import type { IsoDate } from '../content/ids.ts'
import { inForce } from './in-force.ts'
import type { ReviewRecord } from './records.ts'

/** Who has a page's work, and what of it is put off: both follow from records, so that no word of the page changes. */

/**
 * The email of who looks after a page: whoever it was given to, for as long as the page itself names the same person as it
 * did then. Empty when nobody does.
 */
export function ownerOf(written: string, records: readonly ReviewRecord[]): string {
  const given = inForce(records).findLast(record => record.kind === 'give' && sameAddress(record.from, written))
  return given?.kind === 'give' ? given.to : written
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

export type PutOff = Extract<ReviewRecord, { kind: 'put-off' }>

/** By what is put off, the newest word of it; its last day is the last on which it holds. */
export function putOffIn(records: readonly ReviewRecord[], today: IsoDate): Map<string, PutOff> {
  const held = inForce(records).filter(record => record.kind === 'put-off')
  // Whoever put it off once more meant the later word, also where that is over sooner.
  return new Map([...new Map(held.map(record => [record.what, record]))].filter(([, { until }]) => until >= today))
}
