import { describe, expect, test } from 'vitest'
import { ledTo } from '../../src/renderer/checklist/led-to.ts'
import { narrowRequirements } from '../../src/renderer/checklist/narrow-requirements.ts'
import { listNameOf } from '../../src/renderer/checklist/words.ts'
import { slugFrom, slugOf } from '../../src/renderer/desk/address.ts'
import { base64Of } from '../../src/renderer/desk/base64.ts'
import { chosenAfter, chosenWords } from '../../src/renderer/desk/chosen-rows.ts'
import { listSearch } from '../../src/renderer/desk/list-search.ts'
import { markWords } from '../../src/renderer/desk/mark-words.ts'
import { narrowRows } from '../../src/renderer/desk/narrow-rows.ts'
import { addressOf } from '../../src/renderer/reports/source-address.ts'
import { moved, replacedAt, without } from '../../src/renderer/settings/lists.ts'
import { addressOf as weekGoal } from '../../src/renderer/week/goals.ts'
import { count } from '../../src/renderer/words/counts.ts'
import { checklists, coverageOf } from './fake/answers.ts'
import { idOf, makeRows } from './fake/pages.ts'
import { sam } from './fake/team.ts'

const rows = makeRows(40)
const titles = (search: Parameters<typeof narrowRows>[1]) => narrowRows(rows, search).map(row => row.title)

describe('the page list', () => {
  test('finds words of title and summary in any order, in any case, with or without accents', () => {
    expect(titles({ find: 'plan moving' })).toEqual(['Moving into Southend with an EHC plan'])
    expect(titles({ find: 'MÓVING' })).toEqual(['Moving into Southend with an EHC plan'])
    expect(titles({ find: 'no such words' })).toEqual([])
  })

  test('an empty search hides nothing', () => {
    expect(titles({ find: '   ' })).toHaveLength(rows.length)
  })

  test('section, state and owner narrow together', () => {
    expect(titles({ section: 'social-care', state: 'approved' })).toEqual(['Young carers'])
    expect(narrowRows(rows, { owner: sam.email }).every(row => row.owner === sam.email)).toBe(true)
  })

  test('what stops publishing comes before any number of warnings', () => {
    expect(titles({ sort: 'problems' }).slice(0, 3)).toEqual([
      'Moving into Southend with an EHC plan',
      'Benefits and money',
      'Travel to school',
    ])
  })

  test('pages without a review date come last when dates decide', () => {
    const pages = narrowRows(rows, { sort: 'due' })
    expect(pages[0]?.title).toBe('Short breaks: who can get them')
    expect(pages.at(-1)?.reviewDue).toBeNull()
  })

  test('an address that does not fit narrows nothing', () => {
    expect(listSearch({ state: 'burnt', sort: 7, find: 'bus' })).toEqual({ find: 'bus' })
  })
})

describe('what is chosen in the list', () => {
  const [one, two, three] = [idOf(0), idOf(1), idOf(2)]
  const shown = [{ id: two }, { id: three }]

  test('all means all that are shown, beside what was chosen before the list was narrowed', () => {
    expect([...chosenAfter('all', shown, new Set([one]))]).toEqual([one, two, three])
    expect([...chosenAfter(new Set([one, three]), shown, new Set([one, two]))]).toEqual([one, three])
    expect([...chosenAfter(new Set(), shown, new Set([one, two]))]).toEqual([])
  })

  test('is told in words, with what the list does not show now', () => {
    const told = (...chosen: (typeof one)[]) =>
      chosenWords(
        chosen.map(id => ({ id })),
        shown,
        many => count(many, 'page'),
      )
    expect(told()).toBeNull()
    expect(told(two)).toBe('1 page chosen')
    expect(told(one, two, three)).toBe('3 pages chosen, 1 of them not shown now')
    expect(told(one)).toBe('1 page chosen, not shown now')
  })
})

test('the words that were looked for are marked in an excerpt, whatever signs they hold', () => {
  expect(
    markWords('Ask (us) about Buses', 'bus (us)')
      .filter(piece => piece.hit)
      .map(piece => piece.words),
  ).toEqual(['(us)', 'Bus'])
  expect(
    markWords('A plan that a school made, and busy days', 'naming a school us')
      .filter(piece => piece.hit)
      .map(piece => piece.words),
  ).toEqual(['A', 'a', 'school'])
  expect(markWords('Nothing here', '').map(piece => piece.words)).toEqual(['Nothing here'])
})

test('addresses are small letters, digits and hyphens', () => {
  expect(slugFrom('Étude: what’s  next? (2026)')).toBe('etude-whats-next-2026')
  expect(slugFrom('…')).toBe('')
  expect(slugOf('pages/education/travel-to-school.md')).toBe('travel-to-school')
})

test('bytes of any size become base64', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251)
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
})

describe('the requirements', () => {
  const [checklist] = checklists
  if (checklist === undefined) throw new Error('There is no checklist.')
  const coverage = coverageOf(checklist, rows)
  const all = narrowRequirements(checklist, coverage, {}).flatMap(group => group.requirements)

  test('all of them stand there until somebody narrows', () => {
    expect(all).toHaveLength(coverage.requirements.length)
    expect(all.every(({ covered }) => covered !== null)).toBe(true)
  })

  test('a strand, a status and a gap narrow to exactly theirs', () => {
    const none = narrowRequirements(checklist, coverage, { status: 'no' }).flatMap(group => group.requirements)
    expect(none.map(({ asked }) => asked.id)).toEqual(
      coverage.requirements.filter(({ status }) => status === 'no').map(({ id }) => id),
    )
    const gap = coverage.gaps[0]
    const inGap = narrowRequirements(checklist, coverage, { gap: gap?.id ?? '' }).flatMap(group => group.requirements)
    expect(inGap.map(({ asked }) => asked.id).sort()).toEqual([...(gap?.requirements ?? [])].sort())
  })

  test('a requirement is found by its number and by its words', () => {
    const first = all[0]?.asked
    const found = narrowRequirements(checklist, coverage, { find: first?.id.toLowerCase() ?? '' })
    expect(found.flatMap(group => group.requirements).map(({ asked }) => asked.id)).toContain(first?.id)
  })
})

test('lists that are edited in place keep the rest as it was', () => {
  expect(replacedAt(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})

describe('what a figure of a report was counted from', () => {
  const [list] = checklists
  if (list === undefined) throw new Error('no checklist')
  const asked = list.sections[0]?.requirements[0]
  const source = { id: asked?.id ?? '', page: null, title: 'What is asked', said: '' }
  const view = { sections: list.sections, off: [{ id: 'SE7-XX-01', text: 'Not ours', why: 'Not ours' }] }
  const searchOf = (href: string) => Object.fromEntries(new URL(href, 'https://example.org').searchParams)

  test('leads to the requirement itself and to the gap itself, whatever signs their names have', () => {
    const href = addressOf({ ...source, kind: 'requirement', checklist: list.id })
    expect(href.startsWith(`/checklists/${list.id}?`)).toBe(true)
    expect(ledTo(view, searchOf(href))).toEqual({ requirement: asked?.id, gap: null, gone: null })
    const gap = addressOf({ ...source, kind: 'gap', id: 'Ours & theirs #2', checklist: list.id })
    expect(ledTo(view, searchOf(gap))).toEqual({ requirement: null, gap: 'Ours & theirs #2', gone: null })
    expect(weekGoal({ place: 'checklist', id: list.id, part: 'Ours & theirs #2' })).toBe(gap)
  })

  test('is found under its new number and where it is switched off, and is told where nothing has it', () => {
    const renumbered = list.sections.map(section => ({
      ...section,
      requirements: section.requirements.map(each => (each.id === asked?.id ? { ...each, former: ['OLD-1'] } : each)),
    }))
    expect(ledTo({ ...view, sections: renumbered }, { asked: 'OLD-1' }).requirement).toBe(asked?.id)
    expect(ledTo(view, { asked: 'SE7-XX-01' }).requirement).toBe('SE7-XX-01')
    expect(ledTo(view, { asked: 'OLD-1' })).toEqual({ requirement: null, gap: null, gone: 'OLD-1' })
    expect(ledTo(view, { asked: 7, gap: '' })).toEqual({ requirement: null, gap: null, gone: null })
  })
})

test('a list that is brought in is called as its file is, in words', () => {
  expect(listNameOf('SE7_template-2026.xlsx')).toBe('SE7 template 2026')
  expect(listNameOf('Our list')).toBe('Our list')
})
