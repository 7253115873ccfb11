import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryAt } from '../../src/main/workspace/index.ts'
import { type IsoDate, type PageId, siteConfigSchema, workspacePathSchema } from '../../src/shared/content/index.ts'
import {
  addDays,
  addInterval,
  calendarFor,
  daysBetween,
  dueOf,
  easter,
  intervalOf,
  lateOf,
  nextReview,
  type ReviewRecord,
  reviewedEvery,
  reviewRecordSchema,
  riskInWords,
  riskOf,
  schoolDays,
  spreadOver,
  usualHolidays,
  weekdayOf,
  withDetails,
} from '../../src/shared/review/index.ts'

const day = (date: string) => date as IsoDate
const config = siteConfigSchema.parse({
  signpost: 1,
  name: 'Offer',
  sections: [
    { slug: 'health', title: 'Health', review: '9 months' },
    { slug: 'education', title: 'Education' },
  ],
})
const calendar = calendarFor(config)
const anyDay = calendarFor({ review: { ...config.review, avoidHolidays: false } })
const page = '01ARZ3NDEKTSV4RRFFQ69G5FAV' as PageId
const today = day('2026-11-22')
const rule = { id: page, every: '12 months', calendar, today }
let made = 0

/** Records as they are read from disk, each later than the one before. */
function record(facts: Record<string, unknown>): ReviewRecord {
  const id = `01ARZ3NDEKTSV4RRFFQ69G5${String(++made).padStart(3, '0')}`
  const by = { name: 'Danny', email: 'danny@example.org' }
  return reviewRecordSchema.parse({ id, page, by, at: '2026-11-20T09:00:00.000Z', hash: 'a'.repeat(64), ...facts })
}

describe('the holidays of schools in England', () => {
  test.each([
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, sunday) => {
    expect(easter(year)).toBe(sunday)
  })

  test('are about those that councils publish', () => {
    expect(usualHolidays(2026).map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-02-16 2026-02-20',
      '2026-03-30 2026-04-10',
      '2026-05-25 2026-05-29',
      '2026-07-22 2026-09-01',
      '2026-10-26 2026-10-30',
      '2026-12-21 2027-01-01',
    ])
  })

  test('are the team’s own in a year of which it wrote down any; a holiday that ends before it begins is none', () => {
    const isOpen = schoolDays([
      { name: 'Break', from: day('2027-05-10'), to: day('2027-05-12') },
      { name: 'Wrong', from: day('2027-06-10'), to: day('2027-06-02') },
    ])
    expect([isOpen(day('2027-05-11')), isOpen(day('2027-05-13')), isOpen(day('2027-08-03'))]).toEqual([
      false,
      true,
      true,
    ])
    expect(isOpen(day('2028-08-03'))).toBe(false)
    // The Christmas holidays of the year before reach into this one.
    expect(isOpen(day('2027-01-01'))).toBe(false)
  })
})

const days = fc.integer({ min: 0, max: 3650 }).map(many => addDays(day('2024-01-01'), many))
const ids = fc.string({ minLength: 1, maxLength: 26 })
const everys = fc.constantFrom('1 week', '2 weeks', '1 month', '3 months', '6 months', '12 months', '1 year', '3 years')

describe('the day of the next check', () => {
  test('is never later than the interval, never sooner than half of it, and on a day of school wherever there is one', () => {
    fc.assert(
      fc.property(ids, days, everys, (id, from, every) => {
        const latest = addInterval(from, every)
        const due = nextReview(id, from, every, calendar)
        if (latest === null || due === null) throw new Error('This interval can be read.')
        expect(due <= latest).toBe(true)
        expect(daysBetween(from, due)).toBeGreaterThanOrEqual(Math.floor(daysBetween(from, latest) / 2))
        if (daysBetween(from, latest) > 90) expect(calendar.isSchoolDay(due)).toBe(true)
        // Another laptop, which knows nothing but the same files, finds the same day.
        expect(nextReview(id, from, every, calendarFor(config))).toBe(due)
      }),
    )
  })

  test('spreads pages that were all checked on one day, also where a long holiday stands in the way', () => {
    for (const from of ['2026-01-12', '2026-02-20']) {
      const found = Array.from({ length: 200 }, (_, at) => nextReview(`page ${at}`, day(from), '6 months', calendar))
      const most = Math.max(...[...Map.groupBy(found, due => due).values()].map(({ length }) => length))
      expect(most).toBeLessThan(40)
      expect(new Set(found).size).toBeGreaterThanOrEqual(10)
    }
  })

  test('has no answer for an interval that cannot be read', () => {
    expect(nextReview('a', today, 'soon', calendar)).toBeNull()
  })
})

describe('pages that are spread over a time', () => {
  const many = fc.uniqueArray(fc.record({ id: ids, due: fc.option(days) }), { selector: ({ id }) => id, minLength: 1 })

  test('have one day each, inside it, as many on one day as on another give or take one, whatever order they come in', () => {
    fc.assert(
      fc.property(many, days, fc.integer({ min: 0, max: 200 }), (pages, from, length) => {
        const within = { from, to: addDays(from, length) }
        const found = spreadOver(pages, within, calendar)
        expect(found.size).toBe(pages.length)
        const given = [...found.values()]
        expect(given.every(due => due >= within.from && due <= within.to)).toBe(true)
        const counts = [...Map.groupBy(given, due => due).values()].map(each => each.length)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(spreadOver(pages.toReversed(), within, calendar)).toEqual(new Map([...found]))
      }),
    )
  })

  test('come in the order of the days they had, those without one last', () => {
    const pages = [
      { id: 'none', due: null },
      { id: 'late', due: day('2026-10-01') },
      { id: 'soon', due: day('2026-12-01') },
    ]
    const found = spreadOver(pages, { from: day('2027-01-11'), to: day('2027-01-15') }, calendar)
    expect(pages.map(({ id }) => found.get(id))).toEqual(['2027-01-14', '2027-01-11', '2027-01-12'])
  })
})

describe('what a page’s words say of its risk', () => {
  test.each([
    ['Under the Children and Families Act 2014 you can ask.', 'law', 'Children and Families Act 2014'],
    ['You can go to the Tribunal.', 'law', 'Tribunal'],
    ['It is £43.50 a week.', 'money', '£43.50'],
    ['Apply by 15 January.', 'deadlines', 'by 15 January'],
    ['They must answer within six weeks.', 'deadlines', 'within six weeks'],
    ['Ring [01632 960500](tel:01632960500).', 'telephone numbers', '01632 960500'],
  ])('%s', (words, kind, shown) => {
    expect(riskOf(words)).toEqual({ level: 'some', found: [{ kind, words: shown }] })
  })

  test.each([
    'A club for everybody on Saturdays.',
    'It was built in 1998 by 3 people. Act now.',
    'id: 01JWX2PDM0V05Y2TRKBJHZDTBA\nlast: 2026-05-05',
    'It costs nothing. Section by section, we read on.',
  ])('finds none in: %s', words => {
    expect(riskOf(words)).toEqual({ level: 'none', found: [] })
  })

  test('is high with two kinds, and can be told in a sentence', () => {
    const risk = riskOf('By law you get £20. Ring 01632 960500.')
    expect(risk.level).toBe('high')
    expect(riskInWords(risk)).toBe('Law (“By law”), money (“£20”) and telephone numbers (“01632 960500”) on it.')
  })

  test('takes no time over words that were made to take long', () => {
    expect(riskOf(`${'A Bb '.repeat(40_000)}Actx`).level).toBe('none')
  })
})

describe('how often a page is checked', () => {
  const entryOf = (section: string, every: string) =>
    entryAt(
      workspacePathSchema.parse(`pages/${section}/a.md`),
      `---\nid: ${page}\ntitle: A\nreview:\n  every: ${every}\n---\n\nWords.\n`,
    )
  const plain = () => riskOf('')
  const risky = () => riskOf('It is £43 a week.')

  test('is what the page says, else its section, else its risk, else the team; and the reason is told', () => {
    expect(intervalOf(entryOf('health', '3 months'), config, risky)).toMatchObject({ every: '3 months', from: 'page' })
    expect(intervalOf(entryOf('health', 'null'), config, risky)).toEqual({
      every: '9 months',
      from: 'section',
      why: 'Every 9 months, as all of “Health”.',
    })
    expect(intervalOf(entryOf('education', 'null'), config, risky)).toEqual({
      every: '6 months',
      from: 'risk',
      why: 'Every 6 months: money (“£43”) on it.',
    })
    expect(intervalOf(entryOf('education', 'null'), config, plain)).toMatchObject({ every: '12 months', from: 'team' })
  })

  test('is the team’s where the team checks everything sooner than what is risky', () => {
    const often = { ...config, review: { ...config.review, every: '3 months' } }
    expect(intervalOf(entryOf('education', 'null'), often, risky)).toMatchObject({ every: '3 months', from: 'team' })
  })
})

describe('when a page is due', () => {
  const dates = { every: '6 months', last: day('2026-01-10'), due: day('2026-07-10') }

  test('“still accurate” moves the date on without touching the page', () => {
    const { last, due } = dueOf(dates, [record({ kind: 'accurate' })], { ...rule, every: '6 months' })
    expect([last, due]).toEqual(['2026-11-20', nextReview(page, day('2026-11-20'), '6 months', calendar)])
  })

  test('a later date that somebody set on the page still stands', () => {
    expect(dueOf({ ...dates, due: day('2027-12-01') }, [record({ kind: 'accurate' })], rule).due).toBe('2027-12-01')
  })

  test('without a date it follows from the last check, and without any check there is none', () => {
    const followed = dueOf({ every: null, last: day('2026-01-10'), due: null }, [], rule).due
    expect(followed).toBe(nextReview(page, day('2026-01-10'), '12 months', calendar))
    expect(dueOf({ every: null, last: null, due: null }, [], rule).due).toBeNull()
  })

  test('a day that is said beside the page counts until the page says another, or somebody checks it', () => {
    const said = record({ kind: 'review-date', due: '2027-02-03', instead: '2026-07-10' })
    expect(dueOf(dates, [said], rule).due).toBe('2027-02-03')
    expect(dueOf({ ...dates, due: day('2026-08-01') }, [said], rule).due).toBe('2026-08-01')
    const after = record({ kind: 'accurate', at: '2026-11-21T09:00:00.000Z' })
    expect(dueOf(dates, [said, after], rule)).toMatchObject({ last: '2026-11-21' })
    expect(dueOf(dates, [said, after], rule).due).not.toBe('2027-02-03')
  })

  test('a check of a day that has not come yet does not count; one of tomorrow may be of today elsewhere', () => {
    const none = { every: null, last: null, due: null }
    const ahead = record({ kind: 'accurate', at: '2027-11-22T09:00:00.000Z' })
    expect(dueOf(none, [ahead], rule)).toEqual({ last: null, due: null })
    expect(dueOf(none, [record({ kind: 'accurate', at: `${addDays(today, 1)}T09:00:00.000Z` })], rule).last).toBe(today)
    expect(dueOf({ every: null, last: day('2031-01-01'), due: null }, [], rule).last).toBe(today)
  })

  test('a check that a clock which is ahead puts years away ends no check of this year', () => {
    const ahead = record({ kind: 'accurate', at: '2027-11-22T09:00:00.000Z' })
    const right = record({ kind: 'accurate' })
    expect(dueOf({ every: null, last: null, due: null }, [ahead, right], rule)).toEqual({
      last: '2026-11-20',
      due: nextReview(page, day('2026-11-20'), '12 months', calendar),
    })
  })

  test('a clock that is years behind takes no check back, and ends a day that was set before it', () => {
    const right = record({ kind: 'accurate' })
    const set = record({ kind: 'review-date', due: '2026-12-24', instead: null })
    const behind = record({ kind: 'accurate', at: '2020-01-01T09:00:00.000Z' })
    const none = { every: null, last: null, due: null }
    expect(dueOf(none, [right, set], rule)).toEqual({ last: '2026-11-20', due: '2026-12-24' })
    expect(dueOf(none, [right, set, behind], rule)).toEqual(dueOf(none, [right], rule))
  })
})

describe('the details that decide when a page is checked again', () => {
  const last = day('2026-10-01')
  const at = { today, calendar: anyDay }
  const none = { every: null, last: null, due: null }

  test('an interval counts from the last review, or from today where there was none', () => {
    const id = page
    expect(reviewedEvery({ id, review: none }, '6 months', at).due).toBe(nextReview(id, today, '6 months', anyDay))
    const since = nextReview(id, last, '6 months', anyDay)
    expect(reviewedEvery({ id, review: { ...none, last } }, '6 months', at).due).toBe(since)
  })

  test('without one of its own, a page has no date of its own either', () => {
    const review = { every: '6 months', last, due: day('2027-04-01') }
    expect(reviewedEvery({ id: page, review }, null, at)).toEqual({ every: null, last, due: null })
  })

  test('what is not named stays, the same interval moves no date, and a date that is set counts for more', () => {
    const review = { every: '6 months', last, due: day('2027-01-01') }
    const fields = { id: page, owner: 'sam@example.org', checklist: [], review }
    expect(withDetails(fields, {}, at)).toEqual(fields)
    expect(withDetails(fields, { every: '6 months' }, at)).toEqual(fields)
    expect(withDetails(fields, { owner: '' }, at)).toEqual({ ...fields, owner: '' })
    expect(withDetails(fields, { every: '3 months', due: day('2027-02-02') }, at).review).toEqual({
      every: '3 months',
      last,
      due: '2027-02-02',
    })
  })
})

test('a weekday counts from Monday', () => {
  expect([weekdayOf(day('2026-11-23')), weekdayOf(day('2026-11-22'))]).toEqual([0, 6])
})

describe('a page that nobody checks for long', () => {
  const due = day('2026-08-01')
  const withLate = (late: Record<string, unknown>) => siteConfigSchema.parse({ ...config, review: { late } }).review

  test('is left alone until the team says what becomes of it', () => {
    expect(lateOf({ due }, config.review, () => riskOf('Pay £43 by 1 May.'))).toBeNull()
    expect(lateOf({ due }, withLate({ high: 'burn', weeks: 'many' }), () => riskOf('Pay £43 by 1 May.'))).toBeNull()
  })

  test('is warned of or taken off by what a mistake on it would cost, and by the weeks since its day', () => {
    const policy = withLate({ weeks: 4, high: 'step-down', some: 'warn' })
    const from = day('2026-08-29')
    expect(lateOf({ due }, policy, () => riskOf('Pay £43 by 1 May.'))).toEqual({ act: 'step-down', due, from })
    expect(lateOf({ due }, policy, () => riskOf('Pay £43.'))).toEqual({ act: 'warn', due, from })
    expect(lateOf({ due }, policy, () => riskOf('Come and play.'))).toBeNull()
    expect(lateOf({ due: null }, policy, () => riskOf('Pay £43.'))).toBeNull()
  })
})
