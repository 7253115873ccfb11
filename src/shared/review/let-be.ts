import type { Dismissal } from '../checks/index.ts'
import { inForce } from './in-force.ts'
import type { ReviewRecord } from './records.ts'

/** What somebody said is not a problem on this page, oldest first, without what was taken back. */
export function dismissalsIn(records: readonly ReviewRecord[]): Dismissal[] {
  return inForce(records).flatMap(record => {
    if (record.kind !== 'not-a-problem') return []
    const { id, rule, about, reason, by, at, until } = record
    return [{ id, rule, about, reason, by, at, until }]
  })
}

export type Although = Extract<ReviewRecord, { kind: 'although' }>

/** Leave to publish although checks stop it, oldest first, without what was taken back. Each is of exact words. */
export function althoughIn(records: readonly ReviewRecord[]): Although[] {
  return inForce(records).filter(record => record.kind === 'although')
}
