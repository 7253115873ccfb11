import { expect, test } from 'vitest'
import type { ReportFacts } from '../../src/shared/report/facts.ts'
import { reviews } from '../../src/shared/report/sections/reviews.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../src/shared/review/index.ts'

const page = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const said = (id: string, at: string, facts: object) =>
  reviewRecordSchema.parse({ id, page, at, by: { name: 'Danny', email: 'danny@example.org' }, ...facts })
const hash = 'a'.repeat(64)
const urgent = said('01KA00000000000000000000A1', '2026-11-20T10:00:00.000Z', { kind: 'urgent', hash, reason: 'Snow.' })
const decided = (id: string) =>
  said(id, '2026-11-19T10:00:00.000Z', { kind: 'decision', hash, decision: 'good', note: '' })

test.each([
  ['after it, although the reader’s clock was a day behind', '01KA00000000000000000000A2', 0],
  ['before it', '01KA00000000000000000000A0', 1],
])('what was published in a hurry waits for a decision that was made %s', (_when, id, waiting) => {
  const records: ReviewRecord[] = [decided(id), urgent]
  const facts = {
    since: '2026-11-01',
    until: '2026-11-30',
    records,
    entries: [{ id: page, title: 'T', state: 'live' }],
  }
  const parts = reviews.parts(facts as unknown as ReportFacts)
  const figures = parts.flatMap(part => (part.kind === 'figures' ? part.figures : []))
  expect(figures.find(each => each.id === 'reviews.urgent-waiting')?.from).toHaveLength(waiting)
})
