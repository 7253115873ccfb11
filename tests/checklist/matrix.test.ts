import { describe, expect, test } from 'vitest'
import { allIn, audiencesOf, audiencesOfOffer, matrixOf, type Standing } from '../../src/shared/checklist/index.ts'

const about = (text: string, ageRange = '0-25') => [...audiencesOf({ text, ageRange })]

describe('whom a requirement is about', () => {
  test.each<[string, string, string[], string[]]>([
    ['nothing said of plans is for both', 'Explains short breaks.', ['with-plan', 'without-plan'], []],
    ['a plan is for those who have one', 'Explains annual reviews of an EHC plan.', ['with-plan'], ['without-plan']],
    ['what comes before a plan', 'Sets out SEN support, before any plan.', ['without-plan'], ['with-plan']],
    ['both are named', 'Speech therapy, with and without an EHC plan.', ['with-plan', 'without-plan'], []],
    ['support outside the area', 'Support outside the area that families use.', ['out-of-area'], ['in-area']],
    ['moving in concerns both', 'What to do when moving in part-way.', ['in-area', 'out-of-area'], []],
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
