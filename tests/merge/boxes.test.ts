import { describe, expect, test } from 'vitest'
import { serialiseBody } from '../../src/shared/content/index.ts'
import { mergeEntries } from '../../src/shared/merge/index.ts'

const entry = (...blocks: string[]) => `---\nid: 01J00000000000000000000001\n---\n\n${blocks.join('\n\n')}\n`
const box = (...blocks: string[]) => `:::callout{kind="info"}\n${blocks.join('\n\n')}\n:::`

const top = 'Ask the school for a place before the end of May.'
const bus = 'Many children travel by bus, and the council pays the rest of the cost.'
const form = 'There is a form for that at every school.'

function merge(before: string, mine: string, theirs: string) {
  const merged = mergeEntries(before, mine, theirs)
  if (merged === null) throw new Error('these are pages')
  return {
    text: merged.text,
    asked: merged.clashes.map(({ mine: own, theirs: their }) => [own, their].map(doc => serialiseBody(doc).trim())),
  }
}

describe('what one put into something that another removed', () => {
  test.each([
    [
      'an item of a list',
      entry('- Red\n- Green\n- Blue'),
      entry('- Red\n  - Green\n- Blue'),
      entry('- Green\n- Blue'),
      [['- Red\n  - Green\n- Blue', '- Green\n- Blue']],
    ],
    [
      'a paragraph',
      entry(box(top), bus, form),
      entry(box(top, bus), form),
      entry(bus, form),
      [
        [box(top, bus), ''],
        ['', bus],
      ],
    ],
  ])('%s is still where it was for who removed that, and both are asked about', (_, before, moved, removed, asked) => {
    expect(merge(before, moved, removed)).toEqual({ text: removed, asked })
    const turned = asked.map(([mine, theirs]) => [theirs, mine])
    expect(merge(before, removed, moved)).toEqual({ text: moved, asked: turned })
  })

  test('is gone where that other removed it, too', () => {
    const [before, moved] = [entry('- Red\n- Green\n- Blue'), entry('- Red\n  - Green\n- Blue')]
    expect(merge(before, moved, entry('- Blue')).text).toBe(entry('- Blue'))
  })
})

describe('a box of which one left a part', () => {
  const before = entry(box(top, bus), form)

  test('is gone where the other left the other part, or nothing, and nobody is asked', () => {
    for (const removed of [entry(box(bus), form), entry(form)]) {
      expect(merge(before, entry(box(top), form), removed)).toEqual({ text: entry(form), asked: [] })
      expect(merge(before, removed, entry(box(top), form))).toEqual({ text: entry(form), asked: [] })
    }
  })

  test('is asked about where the other took its paragraphs out of it', () => {
    expect(merge(before, entry(box(top), form), entry(top, bus, form)).asked).toEqual([[box(top), '']])
  })
})

test('a comment above a field stays as one wrote it, though another changed the field', () => {
  const page = (...lines: string[]) =>
    ['---', 'id: 01J00000000000000000000001', ...lines, '---', '', top, ''].join('\n')
  const before = page('# about', 'title: Moving', 'owner: priya@example.org')
  const [noted, renamed] = [
    page('# ask Tom first', 'title: Moving', '# until May', 'owner: priya@example.org'),
    page('# about', 'title: Moving away', 'owner: tom@example.org'),
  ]
  const both = page('# ask Tom first', 'title: Moving away', '# until May', 'owner: tom@example.org')
  for (const [mine, theirs] of [
    [noted, renamed],
    [renamed, noted],
    [noted, both],
    [renamed, both],
  ] as const) {
    expect(merge(before, mine, theirs)).toEqual({ text: both, asked: [] })
  }
})
