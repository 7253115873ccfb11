import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Checklist,
  coverage,
  linkChecklists,
  readChecklist,
  suggestRequirements,
  type TaggedEntry,
} from '../../src/shared/checklist/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

function builtIn(name: string): Checklist {
  const url = new URL(`../../resources/checklists/${name}.json`, import.meta.url)
  const list = readChecklist(JSON.parse(readFileSync(url, 'utf8')), name)
  if (isRefusal(list)) throw new Error(list.detail)
  return list
}

const se7 = builtIn('se7-framework')
const statutory = builtIn('statutory-requirements')

function page(requirement: string, facts: Partial<TaggedEntry> = {}): TaggedEntry {
  return {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as PageId,
    title: 'A page',
    tags: [{ requirement, heading: null }],
    state: 'live',
    live: true,
    overdue: false,
    ...facts,
  }
}

describe('coverage', () => {
  test.each([
    ['a live page in date answers a requirement', page('SE7-ED-01'), 'yes'],
    ['a live page past its review date answers it in part', page('SE7-ED-01', { overdue: true }), 'limited'],
    [
      'a page that families cannot see answers it in part',
      page('SE7-ED-01', { live: false, state: 'approved' }),
      'limited',
    ],
    ['a page about something else does not answer it', page('SE7-ED-02'), 'no'],
  ])('%s', (_, entry, status) => {
    expect(coverage(se7, [entry]).requirements.find(each => each.id === 'SE7-ED-01')?.status).toBe(status)
  })

  test('what pages cannot meet is never counted for or against', () => {
    const { requirements, summary } = coverage(statutory, [page('ST-GD-01')])
    expect(requirements.find(each => each.id === 'ST-GD-01')?.status).toBe('not-by-pages')
    expect(summary).toEqual({ yes: 0, limited: 0, no: 51, notByPages: 25 })
  })

  test('every requirement is counted once, in its strand and in the summary', () => {
    const { strands, summary, requirements } = coverage(se7, [page('SE7-ED-01'), page('SE7-HE-01', { overdue: true })])
    const sum = (key: 'yes' | 'limited' | 'no' | 'notByPages') => strands.reduce((total, each) => total + each[key], 0)
    expect({ yes: sum('yes'), limited: sum('limited'), no: sum('no'), notByPages: sum('notByPages') }).toEqual(summary)
    expect(summary.yes + summary.limited + summary.no + summary.notByPages).toBe(requirements.length)
    expect(requirements).toHaveLength(123)
  })

  test('the eight gaps of the last evaluation stay open until every requirement behind them is answered', () => {
    const gap = (entries: TaggedEntry[]) => coverage(se7, entries).gaps.find(each => each.id === 'GAP-8')
    const behind = gap([])?.requirements ?? []
    expect(coverage(se7, []).gaps.map(each => each.status)).toEqual(Array(8).fill('open'))
    expect(behind.length).toBeGreaterThan(1)
    expect(gap(behind.slice(1).map(id => page(id)))?.status).toBe('in-part')
    expect(gap(behind.map(id => page(id)))?.status).toBe('closed')
    expect(gap(behind.map(id => page(id, { overdue: true })))?.status).toBe('in-part')
  })
})

describe('checklists as data', () => {
  test('a file of another shape is refused with a sentence', () => {
    const answer = readChecklist({ id: 'x' }, 'ours')
    expect(isRefusal(answer) && answer.sentence).toBe('The checklist “ours” could not be read.')
  })

  test('the mapping between the lists leads both ways', () => {
    const [a, b] = linkChecklists([se7, statutory])
    const all = [a, b].flatMap(list => list?.sections.flatMap(section => section.requirements) ?? [])
    const byId = new Map(all.map(each => [each.id, each]))
    for (const requirement of all) {
      for (const other of requirement.same) expect(byId.get(other)?.same).toContain(requirement.id)
    }
    expect(all.filter(each => each.same.length > 0).length).toBeGreaterThan(100)
  })
})

describe('suggestions', () => {
  const requirements = se7.sections.flatMap(section => section.requirements)
  const carers =
    'Young carers look after somebody at home. A young carer can ask for an assessment of their own needs, and for a break from caring.'

  test('come from the page’s own words and name them', () => {
    const [first] = suggestRequirements(carers, requirements, [])
    const found = requirements.find(each => each.id === first?.id)
    expect(found?.text.toLowerCase()).toContain('carer')
    expect(first?.words).toContain('carers')
  })

  test('leave out what is tagged already', () => {
    const [first] = suggestRequirements(carers, requirements, [])
    const again = suggestRequirements(carers, requirements, [first?.id ?? ''])
    expect(again.map(each => each.id)).not.toContain(first?.id)
  })

  test('say nothing about a page that says nothing', () => {
    expect(suggestRequirements('More soon', requirements, [])).toEqual([])
  })
})
