import type { ReviewRecord } from './records.ts'

export type Withdrawal = Extract<ReviewRecord, { kind: 'withdraw' }>
type BringBack = Extract<ReviewRecord, { kind: 'bring-back' }>

/**
 * What was said about a page being on the site at all, of the records that count. A withdrawal is about the page and not
 * about its words, so that no edit can end it: only a record that names it does.
 */
export function withdrawalsIn(inForce: readonly ReviewRecord[]): {
  /** The newest that nobody has ended. */
  withdrawn: Withdrawal | null
  newest: Withdrawal | null
  broughtBack: BringBack | null
} {
  const all = inForce.filter(record => record.kind === 'withdraw')
  const back = inForce.filter(record => record.kind === 'bring-back')
  const ended = new Set(back.flatMap(({ ends }) => ends))
  return {
    withdrawn: all.findLast(({ id }) => !ended.has(id)) ?? null,
    newest: all.at(-1) ?? null,
    broughtBack: back.at(-1) ?? null,
  }
}

/** A record's name grows with every record of its page that its writer had seen (record-id.ts), whatever the clocks say. */
export function isBefore(one: ReviewRecord, other: ReviewRecord): boolean {
  return one.id < other.id
}
