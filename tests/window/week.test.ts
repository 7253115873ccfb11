import { describe, expect, test } from 'vitest'
import { groupsOf, needsYou, reviewsFor } from '../../src/renderer/week/needs.ts'
import { weekKinds as kinds, weekLine } from './fake/week.ts'

describe('what needs somebody this week', () => {
  test('is what is theirs; what a whole checklist lacks is no single thing to do', () => {
    const lines = [
      weekLine({ kind: 'overdue' }),
      weekLine({ kind: 'due-soon', mine: false }),
      weekLine({ kind: 'choice' }),
      weekLine({ kind: 'gap' }),
    ]
    expect(needsYou({ kinds, lines })).toBe(2)
  })

  test('stands under its heading, in the order of the screen, and an empty heading is left out', () => {
    const lines = [weekLine({ kind: 'gap' }), weekLine({ kind: 'due-soon' }), weekLine({ kind: 'overdue' })]
    expect(groupsOf({ kinds, lines }).map(({ heading, lines: own }) => [heading, own.length])).toEqual([
      ['Check that these are still true', 2],
      ['Gaps of the last evaluation', 1],
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
