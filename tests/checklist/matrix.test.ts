import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type AudienceOfOffer,
  allIn,
  audiencesOf,
  audiencesOfOffer,
  matrixOf,
  type Standing,
} from '../../src/shared/checklist/index.ts'

const about = (text: string, ageRange = '0-25') => [...audiencesOf({ text, ageRange })]

describe('whom a requirement is about', () => {
  test.each<[string, string, string[], string[]]>([
    ['nothing said of plans is for both', 'Explains short breaks.', ['with-plan', 'without-plan'], []],
    ['a plan is for those who have one', 'Explains annual reviews of an EHC plan.', ['with-plan'], ['without-plan']],
    ['what comes before a plan', 'Sets out SEN support, before any plan.', ['without-plan'], ['with-plan']],
    ['both are named', 'Speech therapy, with and without an EHC plan.', ['with-plan', 'without-plan'], []],
    ['support outside the area', 'Support outside the area that families use.', ['out-of-area'], ['in-area']],
    ['moving in concerns both', 'What to do when moving in part-way.', ['in-area', 'out-of-area'], []],
    ['who asks for a plan has none', 'Who can ask for an EHC needs assessment.', ['without-plan'], ['with-plan']],
    ['a yearly review is of a plan', 'Explains annual reviews: who comes.', ['with-plan'], ['without-plan']],
    ['a diagnosis is no plan', 'Says that no diagnosis is needed.', ['with-plan', 'without-plan'], []],
  ])('%s', (_, text, those, notThose) => {
    expect(about(text)).toEqual(expect.arrayContaining(those))
    for (const each of notThose) expect(about(text)).not.toContain(each)
  })

  test('ages follow from the range, where it touches them', () => {
    expect(about('Anything.', '0-5').filter(id => id.startsWith('ages'))).toEqual(['ages-0-4', 'ages-5-15'])
    expect(about('Anything.', '16-25').filter(id => id.startsWith('ages'))).toEqual(['ages-16-25'])
    expect(about('Anything.', '4-16').filter(id => id.startsWith('ages'))).toHaveLength(3)
  })
})

test('every requirement is counted once in its strand, and in each column that it is about', () => {
  const standing = (area: string, status: Standing['status'], text = 'Anything.'): Standing => ({
    text,
    area,
    ageRange: '0-25',
    status,
  })
  const { rows } = matrixOf([
    standing('education', 'yes'),
    standing('education', 'no', 'About an EHC plan.'),
    standing('early-help', 'limited'),
    standing('leisure', null),
  ])
  expect(rows.map(({ id, all }) => [id, all])).toEqual([
    ['education', { yes: 1, limited: 0, no: 1, open: 0 }],
    ['health', { yes: 0, limited: 0, no: 0, open: 0 }],
    ['social-care', { yes: 0, limited: 1, no: 0, open: 0 }],
    ['adulthood', { yes: 0, limited: 0, no: 0, open: 0 }],
    ['everything-else', { yes: 0, limited: 0, no: 0, open: 1 }],
  ])
  const cell = (id: string) => rows[0]?.cells[audiencesOfOffer.findIndex(each => each.id === id)]
  expect(cell('with-plan')).toEqual({ yes: 1, limited: 0, no: 1, open: 0 })
  expect(cell('without-plan')).toEqual({ yes: 1, limited: 0, no: 0, open: 0 })
  expect(rows.reduce((sum, { all }) => sum + allIn(all), 0)).toBe(4)
})

describe('the framework', () => {
  interface Item {
    id: string
    requirement: string
    area: string
    ageRange: string
  }
  const url = new URL('../../resources/checklists/se7-framework.json', import.meta.url)
  const { sections } = JSON.parse(readFileSync(url, 'utf8')) as { sections: { items: Item[] }[] }
  const items = sections.flatMap(section => section.items)
  const notAbout = (audience: AudienceOfOffer) =>
    items.flatMap(({ id, requirement: text, ageRange }) => (audiencesOf({ text, ageRange }).has(audience) ? [] : [id]))

  /** By somebody who read all of its requirements. */
  const read = {
    onlyWithPlan: ['SE7-EH-03', 'SE7-EH-04', 'SE7-EH-05', 'SE7-HE-11'],
    onlyWithoutPlan: ['SE7-ED-18', 'SE7-EH-01'],
    outsideTheArea: ['SE7-EF-09', 'SE7-ED-19', 'SE7-EH-05', 'SE7-EH-06', 'SE7-EH-07', 'SE7-PA-04'],
  }

  test('is about those families whom somebody finds in it who reads it', () => {
    expect(items).toHaveLength(123)
    expect(notAbout('without-plan')).toEqual(read.onlyWithPlan)
    expect(notAbout('with-plan')).toEqual(read.onlyWithoutPlan)
    const inside = new Set(notAbout('out-of-area'))
    expect(items.flatMap(({ id }) => (inside.has(id) ? [] : [id]))).toEqual(read.outsideTheArea)
  })

  test('is counted in each cell as somebody counts who goes from requirement to requirement', () => {
    const words = ['yes', 'limited', 'no', null] as const
    const judged = items.map((item, at) => ({ ...item, status: words[(at * 7) % 4] ?? null }))
    const { rows } = matrixOf(judged.map(({ requirement: text, ...rest }) => ({ ...rest, text })))
    const strandOfArea: Readonly<Record<string, string>> = {
      education: 'education',
      health: 'health',
      'social-care': 'social-care',
      'early-help': 'social-care',
      'preparing-for-adulthood': 'adulthood',
    }
    const counts = new Map<string, number>()
    for (const { id, area, ageRange, status } of judged) {
      const [from = 0, to = 25] = ageRange.split('-').map(Number)
      const columns = [
        'all',
        ...(read.onlyWithoutPlan.includes(id) ? [] : ['with-plan']),
        ...(read.onlyWithPlan.includes(id) ? [] : ['without-plan']),
        'in-area',
        ...(read.outsideTheArea.includes(id) ? ['out-of-area'] : []),
        ...(from < 5 ? ['ages-0-4'] : []),
        ...(from < 16 && to > 4 ? ['ages-5-15'] : []),
        ...(to > 15 ? ['ages-16-25'] : []),
      ]
      for (const column of columns) {
        const cell = `${strandOfArea[area] ?? 'everything-else'} ${column} ${status ?? 'open'}`
        counts.set(cell, (counts.get(cell) ?? 0) + 1)
      }
    }
    const shown = rows.flatMap(({ id, all, cells }) =>
      [['all', all] as const, ...audiencesOfOffer.map((each, at) => [each.id, cells[at]] as const)].flatMap(
        ([column, cell]) =>
          Object.entries(cell ?? {}).map(([word, many]) => [`${id} ${column} ${word}`, many] as const),
      ),
    )
    expect(shown).toHaveLength(5 * 8 * 4)
    expect(new Map(shown.filter(([, many]) => many > 0).toSorted())).toEqual(new Map([...counts].toSorted()))
  })
})
