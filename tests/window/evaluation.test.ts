import { describe, expect, test } from 'vitest'
import { narrowItems, nextAfter } from '../../src/renderer/evaluation/narrow-items.ts'
import { progressWords } from '../../src/renderer/evaluation/words.ts'
import { itemOf } from '../../src/shared/checklist/index.ts'
import type { EvaluationItem } from '../../src/shared/contract/index.ts'
import { checklists, coverageOf } from './fake/answers.ts'
import { danny, priya } from './fake/team.ts'

const [se7] = checklists
if (se7 === undefined) throw new Error('there is no checklist')
const coverage = coverageOf(se7, [])
const said: Record<string, Partial<EvaluationItem>> = {
  'SE7-EF-01': { judgement: 'yes' },
  'SE7-EF-02': { judgement: 'limited', owner: priya.email },
  'SE7-EF-03': { owner: danny.email, action: 'Ask the forum about wheelchairs' },
  'SE7-ED-01': {
    judgement: 'no',
    differs: [{ field: 'judgement', words: [{ by: priya, value: 'no' }] }],
  },
}
const items: EvaluationItem[] = se7.sections.flatMap(({ requirements }) =>
  requirements.map(({ id }) => ({ requirement: id, ...itemOf([]), last: null, ...said[id] })),
)
const all = { find: '', show: 'all', section: null } as const
const shown = (filter: Partial<Parameters<typeof narrowItems>[3]>) =>
  narrowItems(se7, items, coverage, { ...all, ...filter }, priya.email).flatMap(section =>
    section.items.map(({ asked }) => asked.id),
  )

describe('the working list of an evaluation', () => {
  test('shows every requirement under its strand', () => {
    expect(shown({})).toHaveLength(123)
    expect(narrowItems(se7, items, coverage, all, null).map(({ id }) => id)).toEqual(se7.sections.map(({ id }) => id))
  })

  test('is narrowed to what nobody judged, to mine, to where colleagues differ, and to what is not there', () => {
    expect(shown({ show: 'not-judged' })).toHaveLength(120)
    expect(shown({ show: 'mine' })).toEqual(['SE7-EF-02'])
    expect(shown({ show: 'differ' })).toEqual(['SE7-ED-01'])
    expect(shown({ show: 'limited-or-no' })).toEqual(['SE7-EF-02', 'SE7-ED-01'])
  })

  test('is narrowed to a strand, and by words of the requirement or of what was said', () => {
    expect(shown({ section: 'early-help' })).toHaveLength(4)
    expect(shown({ find: 'forum wheelchairs' })).toEqual(['SE7-EF-03'])
    expect(shown({ find: 'young carer', section: 'social-care' })).toEqual(['SE7-SC-11', 'SE7-SC-12', 'SE7-SC-13'])
    expect(shown({ find: 'no such words' })).toEqual([])
  })

  test('goes on to the next one after a judgement, across strands, and stays at the last', () => {
    const sections = narrowItems(se7, items, coverage, all, null)
    expect(nextAfter(sections, 'SE7-EF-01')).toBe('SE7-EF-02')
    expect(nextAfter(sections, 'SE7-EF-09')).toBe('SE7-ED-01')
    expect(nextAfter(sections, 'SE7-PT-04')).toBe('SE7-PT-04')
    expect(nextAfter([], 'SE7-PT-04')).toBeNull()
  })
})

test('progress is said in words', () => {
  expect(progressWords({ yes: 3, limited: 2, no: 1, notJudged: 117 })).toBe('6 of 123 judged')
})
