import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fieldLabel, valueInWords } from '../../src/shared/merge/field-label.ts'
import { mergeRecords } from '../../src/shared/merge/index.ts'

const screens = ['desk', 'settings'].flatMap(folder => {
  const at = join(import.meta.dirname, '../../src/renderer', folder)
  return readdirSync(at).map(name => readFileSync(join(at, name), 'utf8'))
})

describe('what was put together without asking names a field', () => {
  test.each([
    ['media/map.gif.yml', 'alt'],
    ['media/map.gif.yml', 'decorative'],
    ['media/map.gif.yml', 'credit'],
    ['signpost.yml', 'name'],
    ['signpost.yml', 'council'],
    ['signpost.yml', 'contact.telephone'],
    ['signpost.yml', 'contact.email'],
    ['signpost.yml', 'publish.url'],
    ['signpost.yml', 'review.every'],
    ['signpost.yml', 'review.risk'],
    ['signpost.yml', 'review.late.weeks'],
    ['signpost.yml', 'site.colour'],
    ['signpost.yml', 'site.logo'],
    ['signpost.yml', 'site.useful'],
  ])('in %s: “%s” as the screen calls it on which it is set', (path, field) => {
    const label = fieldLabel(path, field)
    const onScreen = screens.some(text => text.includes(`label="${label}"`) || text.includes(`${label}:`))
    expect([label, onScreen]).toEqual([label, true])
  })

  test('by the section, the colleague or the short form that it belongs to', () => {
    const inSettings = (field: string) => fieldLabel('signpost.yml', field)
    expect(inSettings('sections.health-care.title')).toBe('Name of the section “health-care”')
    expect(inSettings('team.priya@example.org.name')).toBe('Name of priya@example.org')
    expect(inSettings('shortForms.EHC.means')).toBe('What “EHC” stands for')
  })

  test('in words of its own where no screen has one for it', () => {
    expect(fieldLabel('evaluations/2026-a.yml', 'judgements.SE7-1.nextAction')).toBe('Next action')
    expect(fieldLabel('media/map.gif.yml', 'permission')).toBe('Permission')
  })
})

test('a value is said as people say it', () => {
  const values = [true, false, null, '', [], 3, ['a', 'b'], { kind: 'folder', path: 'out' }]
  expect(values.map(valueInWords)).toEqual([
    'yes',
    'no',
    'nothing',
    'nothing',
    'nothing',
    '3',
    'a, b',
    'kind folder, path out',
  ])
})

test('seen from the colleague’s side, the same record has my values, and all else is the same', () => {
  const note = (alt: string, credit: string) => `alt: ${alt}\ncredit: ${credit}\n`
  const [before, mine, theirs] = [note('A map', ''), note('Mine', 'Sam'), note('Theirs', '')]
  expect(mergeRecords(before, mine, theirs)?.text).toBe(note('Theirs', 'Sam'))
  expect(mergeRecords(before, theirs, mine)?.text).toBe(note('Mine', 'Sam'))
})
