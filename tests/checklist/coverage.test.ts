import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Checklist,
  type CoverageFacts,
  coverage as cover,
  linkChecklists,
  listFileSchema,
  properties,
  readChecklist,
  type SiteFacts,
  suggestRequirements,
  type TaggedEntry,
  withGapsFound,
  withTeamFiles,
} from '../../src/shared/checklist/index.ts'
import { isoDateSchema, type PageId } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

function builtIn(name: string): Checklist {
  const url = new URL(`../../resources/checklists/${name}.json`, import.meta.url)
  const list = readChecklist(JSON.parse(readFileSync(url, 'utf8')), name)
  if (isRefusal(list)) throw new Error(list.detail)
  return list
}

const se7 = builtIn('se7-framework')
const statutory = builtIn('statutory-requirements')

const site: SiteFacts = {
  today: isoDateSchema.parse('2026-11-22'),
  published: 'never',
  built: null,
  contact: { telephone: '', email: '' },
  pages: [],
  services: [],
  answers: [],
}
const coverage = (list: Checklist, entries: TaggedEntry[], facts: Partial<Omit<CoverageFacts, 'entries'>> = {}) =>
  cover(list, { entries, site, evidence: [], ...facts })

function page(requirement: string, facts: Partial<TaggedEntry> = {}): TaggedEntry {
  return {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as PageId,
    title: 'A page',
    tags: [{ requirement, heading: null }],
    state: 'live',
    headings: [],
    live: true,
    approved: true,
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
    ['a live page that nobody approved answers it in part', page('SE7-ED-01', { approved: false }), 'limited'],
    [
      'a heading that is on the live page answers it',
      page('SE7-ED-01', { tags: [{ requirement: 'SE7-ED-01', heading: 'signs' }], headings: ['signs'] }),
      'yes',
    ],
    [
      'a heading that is not there any more answers it in part',
      page('SE7-ED-01', { tags: [{ requirement: 'SE7-ED-01', heading: 'signs' }], headings: ['help'] }),
      'limited',
    ],
    ['a page about something else does not answer it', page('SE7-ED-02'), 'no'],
  ])('%s', (_, entry, status) => {
    expect(coverage(se7, [entry]).requirements.find(each => each.id === 'SE7-ED-01')?.status).toBe(status)
  })

  test('a page that was withdrawn is not told as one that is still to come', () => {
    const why = (...entries: TaggedEntry[]) =>
      coverage(se7, entries).requirements.find(each => each.id === 'SE7-ED-01')?.why
    const withdrawn = page('SE7-ED-01', { live: false, state: 'withdrawn' })
    expect(why(withdrawn)).toBe('There is a page, and it was withdrawn from the site.')
    expect(why(withdrawn, page('SE7-ED-01', { live: false, state: 'draft' }))).toMatch(/can’t see it yet/)
  })

  test('a page that answers what another list asks in its place is worth a look, and does not count as an answer', () => {
    const [list] = linkChecklists([se7, statutory])
    const covered = (entry: TaggedEntry) =>
      list && coverage(list, [entry]).requirements.find(({ id }) => id === 'SE7-SC-01')
    expect(covered(page('ST-SC-01'))).toMatchObject({ status: 'limited', pages: [] })
    expect(covered(page('ST-SC-01', { live: false }))?.status).toBe('no')
  })

  test('what nothing can measure is never counted for or against', () => {
    const { requirements, summary } = coverage(se7, [page('SE7-EF-01')])
    expect(requirements.find(each => each.id === 'SE7-EF-01')?.status).toBe('not-by-pages')
    expect(summary.notByPages).toBe(14 - measuredIn(se7))
  })

  test.each([
    ['2026-11-01', 'yes'],
    ['2025-11-21', 'yes'],
    ['2025-11-20', 'limited'],
  ])('something done on %s meets what asks for doing: %s', (on, status) => {
    const done = {
      checklist: statutory.id,
      requirement: 'ST-CN-01',
      what: 'Met the forum',
      on: isoDateSchema.parse(on),
    }
    const of = (evidence: (typeof done)[]) =>
      coverage(statutory, [], { evidence }).requirements.find(({ id }) => id === 'ST-CN-01')
    expect(of([done])).toMatchObject({ status, why: expect.stringContaining('Met the forum') })
    expect(of([{ ...done, checklist: 'another' }])?.status).toBe('no')
    expect(of([])?.status).toBe('no')
  })

  test('every requirement is counted once, in its strand and in the summary', () => {
    const { strands, summary, requirements } = coverage(se7, [page('SE7-ED-01'), page('SE7-HE-01', { overdue: true })])
    const sum = (key: 'yes' | 'limited' | 'no' | 'notByPages') => strands.reduce((total, each) => total + each[key], 0)
    expect({ yes: sum('yes'), limited: sum('limited'), no: sum('no'), notByPages: sum('notByPages') }).toEqual(summary)
    expect(summary.yes + summary.limited + summary.no + summary.notByPages).toBe(requirements.length)
    expect(requirements).toHaveLength(123)
  })

  test('no list comes with gaps: they are those of an evaluation', () => {
    expect([se7, statutory].map(list => coverage(list, []).gaps)).toEqual([[], []])
  })

  const carers = ['SE7-SC-11', 'SE7-SC-12', 'SE7-SC-13']

  test('a gap that a team’s file names stays open until every requirement behind it is answered', () => {
    const gaps = { 'young-carers': { label: 'Support for young carers', requirements: carers } }
    const [list = se7] = withTeamFiles([se7], [listFileSchema.parse({ id: se7.id, gaps })]).lists
    expect(list.version).toBe(se7.version)
    const gap = (entries: TaggedEntry[]) => coverage(list, entries).gaps[0]
    const behind = gap([])?.requirements ?? []
    expect([behind, gap([])?.label, gap([])?.status]).toEqual([carers, 'Support for young carers', 'open'])
    expect(gap(behind.slice(1).map(id => page(id)))?.status).toBe('in-part')
    expect(gap(behind.map(id => page(id)))?.status).toBe('closed')
    expect(gap(behind.map(id => page(id, { overdue: true })))?.status).toBe('in-part')
  })

  test('a gap goes along where a new version of a list gave its requirement another id', () => {
    const added = Object.fromEntries(['B-1', 'B-2'].map(id => [id, { section: 'one', text: id }]))
    const gaps = { carers: { label: 'Young carers', requirements: ['A-1'] } }
    const moved = { 'A-1': 'A-2', 'A-2': 'B-2' }
    const [list = se7] = withTeamFiles([], [listFileSchema.parse({ id: 'ours', added, gaps, moved })]).lists
    expect(coverage(list, []).gaps.map(({ requirements }) => requirements)).toEqual([['B-2']])
  })

  test('where none is named, each strand in which an evaluation judged less than yes is a gap', () => {
    const judged = new Map(
      Object.entries({ 'SE7-SC-11': 'no', 'SE7-SC-12': 'limited', 'SE7-SC-13': 'yes', 'SE7-ED-01': 'no' } as const).map(
        ([id, judgement]) => [id, { judgement }],
      ),
    )
    const { gaps } = coverage(withGapsFound(se7, judged), [page('SE7-SC-11')])
    const strand = (id: string) => se7.sections.find(({ requirements }) => requirements.some(each => each.id === id))
    const asked = strand('SE7-ED-01')?.requirements.find(({ id }) => id === 'SE7-ED-01')
    expect(gaps.map(({ label, requirements, status }) => [label, requirements, status])).toEqual([
      [asked?.text, ['SE7-ED-01'], 'open'],
      [strand('SE7-SC-11')?.title, ['SE7-SC-11', 'SE7-SC-12'], 'in-part'],
    ])
    expect(withGapsFound(se7, new Map()).gaps).toEqual([])
  })
})

const measuredIn = (list: Checklist) => {
  const measured = new Set(properties.flatMap(({ answers }) => answers))
  return list.sections.flatMap(({ requirements }) => requirements).filter(({ id }) => measured.has(id)).length
}

describe('what is measured of the whole site', () => {
  const service = { overdue: false, who: true, how: true, from: 0, to: 25 }
  const good: SiteFacts = {
    today: site.today,
    published: 'seen',
    built: new Set(['search/index.html', 'pagefind/pagefind.js', 'accessibility/index.html']),
    contact: { telephone: '01632 960000', email: 'offer@example.org' },
    pages: [{ overdue: false, easyRead: true }],
    services: [service],
    answers: [isoDateSchema.parse('2026-03-01')],
  }
  const measured = (id: string, facts: Partial<SiteFacts>) =>
    properties.find(each => each.id === id)?.measure({ ...good, ...facts })

  test.each(properties)('$id speaks for requirements of the whole site that are there, with a sentence', property => {
    const all = [se7, statutory].flatMap(list => list.sections.flatMap(({ requirements }) => requirements))
    for (const id of property.answers) expect(all.find(each => each.id === id)?.kind, id).toBe('whole-offer')
    expect(property.measure(good)).toMatchObject({ status: 'yes', why: expect.stringMatching(/\.$/) })
    expect(property.measure(site).status).toBe('no')
  })

  test.each<[string, Partial<SiteFacts>, string]>([
    ['on-the-web', { published: 'sent' }, 'limited'],
    ['search-works', { built: null }, 'limited'],
    ['search-works', { built: new Set(['search/index.html']) }, 'no'],
    ['statement-published', { built: new Set(['search/index.html']) }, 'no'],
    ['feedback-route', { contact: { telephone: '', email: 'offer@example.org' } }, 'limited'],
    ['comments-answered', { answers: [isoDateSchema.parse('2025-11-20')] }, 'limited'],
    ['kept-current', { pages: [{ overdue: true, easyRead: true }] }, 'limited'],
    ['services-say-who', { services: [service, { ...service, how: false }] }, 'limited'],
    [
      'birth-to-25',
      {
        services: [
          { ...service, to: 15 },
          { ...service, from: 17 },
        ],
      },
      'limited',
    ],
    ['birth-to-25', { services: [{ ...service, from: 20 }] }, 'no'],
  ])('%s of %j is %s', (id, facts, status) => {
    expect(measured(id, facts)?.status).toBe(status)
  })

  test('the most careful counts where several speak for one requirement', () => {
    const facts = { ...good, pages: [{ overdue: false, easyRead: false }] }
    const { requirements } = coverage(statutory, [], { site: facts })
    expect(requirements.find(({ id }) => id === 'ST-PB-02')?.status).toBe('no')
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

  test('are not made from words that stand in pages about anything', () => {
    const travel =
      'Travel training helps a young person to learn a route. It lasts for ten weeks at first. We look at how it works, and check and book the next day. You can tell us to stop.'
    const found = suggestRequirements(travel, requirements, []).map(({ id }) => id)
    for (const { id } of requirements.filter(each => /job that lasts|annual health checks/.test(each.text)))
      expect(found).not.toContain(id)
    const job = 'A supported internship is a pathway into paid work: a job coach goes along, and many go on to a job.'
    const paid = suggestRequirements(job, requirements, []).map(
      ({ id }) => requirements.find(each => each.id === id)?.text,
    )
    expect(paid.join(' ')).toMatch(/internship|job/)
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
