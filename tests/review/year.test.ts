import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IsoDate, isoDateSchema } from '../../src/shared/content/index.ts'
import { yearOf } from '../../src/shared/review/index.ts'

const day = (date: string): IsoDate => isoDateSchema.parse(date)
const today = day('2026-11-22')
const page = (reviewDue: string | null, owner = '') => ({
  owner,
  state: 'live' as const,
  reviewDue: reviewDue === null ? null : day(reviewDue),
})

const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map(date => day(date.toISOString().slice(0, 10)))
const pages = fc.array(
  fc.record({
    owner: fc.constantFrom('', 'priya@example.org', 'sam@example.org'),
    state: fc.constantFrom('live', 'draft'),
    reviewDue: fc.option(days),
  }),
)

describe('the year ahead', () => {
  test('counts every page once, with a date in its own month or before or after the year, without one by itself', () => {
    fc.assert(
      fc.property(pages, days, (all, on) => {
        const { spans, owners } = yearOf(all, on, [])
        const counted = spans.flatMap(span => span.pages)
        expect(counted).toHaveLength(all.length)
        expect(new Set(counted)).toEqual(new Set(all))
        const months = spans.map(({ id }) => id).slice(1, -2)
        expect(months).toHaveLength(12)
        expect(months[0]).toBe(on.slice(0, 7))
        for (const { id, pages: own } of spans) {
          for (const { reviewDue, owner } of own) {
            expect(owners).toContain(owner)
            expect(
              reviewDue === null
                ? 'none'
                : reviewDue < on
                  ? 'late'
                  : reviewDue.slice(0, 7) > (months.at(-1) ?? '')
                    ? 'later'
                    : reviewDue.slice(0, 7),
            ).toBe(id)
          }
        }
      }),
    )
  })

  test('leaves out what is withdrawn: nobody has to check what families are not to read', () => {
    const withdrawn = { owner: 'sam@example.org', state: 'withdrawn' as const, reviewDue: day('2026-11-01') }
    const { spans, owners } = yearOf([page('2026-12-01'), withdrawn], today, [])
    expect(spans.flatMap(span => span.pages)).toEqual([page('2026-12-01')])
    expect(owners).toEqual([''])
  })

  test('has what is late first, the longest first, and what is due today in this month', () => {
    const late = [page('2026-11-21'), page('2025-01-01')]
    const { spans } = yearOf(
      [...late, page('2026-11-22'), page('2027-10-31'), page('2027-11-01'), page(null)],
      today,
      [],
    )
    expect(spans[0]).toEqual({ id: 'late', holidays: [], pages: late.toReversed() })
    const filled = spans.filter(span => span.pages.length > 0).map(({ id }) => id)
    expect(filled).toEqual(['late', '2026-11', '2027-10', 'later', 'none'])
  })

  test('shows a holiday in every month of which it takes a day, and the team’s own instead of the usual', () => {
    const named = (own: Parameters<typeof yearOf>[2]) =>
      yearOf([], today, own).spans.flatMap(({ id, holidays }) => holidays.map(({ name }) => `${id} ${name}`))
    expect(named([])).toContain('2026-12 Christmas holidays')
    expect(named([])).toContain('2027-01 Christmas holidays')
    expect(named([])).not.toContain('2026-11 October half term')
    const snow = { name: 'Snow', from: day('2027-01-30'), to: day('2027-02-02') }
    expect(named([snow]).filter(each => each.startsWith('2027-0'))).toEqual([
      '2027-01 Christmas holidays',
      '2027-01 Snow',
      '2027-02 Snow',
    ])
  })

  test('names everybody who looks after a page once, and nobody last', () => {
    const all = [page(null), page(null, 'sam@example.org'), page(null, 'priya@example.org'), page(null)]
    expect(yearOf(all, today, []).owners).toEqual(['priya@example.org', 'sam@example.org', ''])
  })
})
