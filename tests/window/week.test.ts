import { describe, expect, test } from 'vitest'
import { givenWords } from '../../src/renderer/week/given-words.ts'
import { groupsOf, reviewsFor } from '../../src/renderer/week/needs.ts'
import { ownerWords } from '../../src/renderer/week/owner-words.ts'
import { narrowLines, weekSearch } from '../../src/renderer/week/week-search.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { commentIdSchema } from '../../src/shared/feedback/index.ts'
import { canWait, needsYou } from '../../src/shared/review/index.ts'
import { idOf } from './fake/pages.ts'
import { sam } from './fake/team.ts'
import { weekKinds as kinds, weekLine } from './fake/week.ts'

const putOff = { record: '01', by: 'Sam', until: '2099-01-01' as never, reason: 'The guidance changes.' }

describe('what needs somebody this week', () => {
  test('is what is theirs; what a whole checklist lacks is no single thing to do', () => {
    const lines = [
      weekLine({ kind: 'overdue' }),
      weekLine({ kind: 'due-soon', mine: false }),
      weekLine({ kind: 'choice' }),
      weekLine({ kind: 'gap' }),
      weekLine({ kind: 'overdue', page: idOf(3), putOff }),
    ]
    expect(needsYou({ kinds, lines })).toBe(2)
    expect(canWait({ kinds, lines })).toBe(2)
  })

  test('stands under its heading, in the order of the screen; what is put off comes last, under its own', () => {
    const lines = [
      weekLine({ kind: 'overdue', putOff }),
      weekLine({ kind: 'gap' }),
      weekLine({ kind: 'due-soon' }),
      weekLine({ kind: 'overdue' }),
    ]
    expect(groupsOf({ kinds, lines }).map(({ heading, lines: own }) => [heading, own.length])).toEqual([
      ['Check that these are still true', 2],
      ['Gaps of the last evaluation', 1],
      ['Put off for now', 1],
    ])
  })

  test('counts reviews in their own place, those of a hurry with the others', () => {
    const lines = [
      weekLine({ kind: 'review' }),
      weekLine({ kind: 'urgent-review' }),
      weekLine({ kind: 'changed-since' }),
    ]
    expect(reviewsFor({ lines })).toBe(2)
  })
})

describe('who has the work of a line', () => {
  const told = (line: Partial<Parameters<typeof weekLine>[0]>) =>
    ownerWords(weekLine({ kind: 'gap', ...line }), 'priya@example.org', email =>
      email === sam.email ? sam.name : email,
    )
  const comment = { kind: 'comment', id: commentIdSchema.parse('01J00000000000000000000000') } as const
  const gap = { kind: 'gap', checklist: 'se7-framework', gap: 'GAP-6', seen: [] as string[] } as const

  test('is said of a colleague, and of nobody, and never of oneself', () => {
    expect(told({ about: gap, owner: sam.email })).toBe('Sam sees to it.')
    expect(told({ about: gap })).toBe('Nobody sees to it yet.')
    expect(told({ about: comment, owner: sam.email })).toBe('Sam answers it.')
    expect(told({ about: comment, owner: 'priya@example.org' })).toBe('')
    expect(told({ due: { on: isoDateSchema.parse('2026-11-10'), days: -3 }, owner: sam.email })).toBe(
      'Sam looks after it.',
    )
  })

  test('is left to the line’s own sentence where that says it', () => {
    expect(told({ about: comment })).toBe('')
    expect(told({ about: gap, owner: 'gone@example.org' })).toBe('')
    expect(told({ owner: sam.email })).toBe('')
    expect(told({ about: null })).toBe('')
  })
})

test('what somebody took over is told part by part', () => {
  const none = { pages: 0, comments: 0, promises: 0, gaps: 0 }
  expect(givenWords({ ...none, pages: 1 })).toBe('1 page')
  expect(givenWords({ pages: 4, comments: 1, promises: 2, gaps: 1 })).toBe(
    '4 pages, 1 comment to answer, 2 promises to families and 1 gap',
  )
})

describe('a view of the week', () => {
  const lines = [
    weekLine({ kind: 'overdue', page: idOf(1), risk: 'high' }),
    weekLine({ kind: 'overdue', page: idOf(2), owner: sam.email, mine: false, risk: 'high', section: 'health' }),
    weekLine({ kind: 'review', page: idOf(3), owner: sam.email }),
  ]
  const pages = (search: Record<string, unknown>) => narrowLines(lines, weekSearch(search)).map(({ page }) => page)

  test('is of what is mine, unless it says whose', () => {
    expect(pages({})).toEqual([idOf(1), idOf(3)])
    expect(pages({ owner: 'everyone' })).toHaveLength(3)
    expect(pages({ owner: 'nobody' })).toEqual([idOf(1)])
    expect(pages({ owner: sam.email })).toEqual([idOf(2), idOf(3)])
  })

  test('narrows by kind, risk and section together', () => {
    expect(pages({ owner: 'everyone', kind: 'overdue', risk: 'high' })).toEqual([idOf(1), idOf(2)])
    expect(pages({ owner: 'everyone', kind: 'overdue', section: 'health' })).toEqual([idOf(2)])
    expect(pages({ owner: 'everyone', kind: 'choice' })).toEqual([])
  })

  test('that an address cannot mean narrows nothing', () => {
    expect(pages({ risk: 'enormous', kind: 7 })).toEqual([idOf(1), idOf(3)])
  })
})
