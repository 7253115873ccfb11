import { describe, expect, test } from 'vitest'
import { withFollowedTags } from '../../src/renderer/editor/session/followed-tags.ts'
import { pageFieldsSchema, parseBody, type Tag } from '../../src/shared/content/index.ts'

/** Where the tags stand after a page with these headings became one with those; `null` is the whole page. */
function followed(before: readonly string[], now: readonly string[], ...on: (string | null)[]): (string | null)[] {
  const doc = (headings: readonly string[]) =>
    parseBody(headings.map(words => `## ${words}\n\nWords.`).join('\n\n')).doc
  const checklist: Tag[] = on.map((heading, index) => ({ requirement: `SE7-${index}`, heading }))
  const fields = pageFieldsSchema.parse({ id: '01K9ZQ4T8MJ5W3XB7C2D6E8F9G', title: 'Travel', checklist })
  return withFollowedTags({ kind: 'page', fields }, doc(before), doc(now)).fields.checklist.map(tag => tag.heading)
}

describe('a tag on a heading', () => {
  test('follows the heading when its words change', () => {
    expect(followed(['Who', 'How', 'When'], ['Who', 'How to apply', 'When'], 'how')).toEqual(['how-to-apply'])
    expect(followed(['Who'], ['Who can apply'], 'who', null)).toEqual(['who-can-apply', null])
  })

  test('stays where another heading’s words change', () => {
    expect(followed(['Who', 'How'], ['Who', 'How to apply'], 'who')).toEqual(['who'])
  })

  test('keeps its own of two headings with the same words, whichever is renamed', () => {
    expect(followed(['Contact', 'Contact'], ['Ask us', 'Contact'], 'contact', 'contact-2')).toEqual([
      'ask-us',
      'contact',
    ])
    expect(followed(['Contact', 'Contact'], ['Contact', 'Ask us'], 'contact', 'contact-2')).toEqual([
      'contact',
      'ask-us',
    ])
  })

  test('stays on a heading that moves, or that one is written above or taken away', () => {
    expect(followed(['Who', 'How'], ['How', 'Who'], 'how')).toEqual(['how'])
    expect(followed(['Who', 'How'], ['First', 'Who', 'How'], 'how')).toEqual(['how'])
    expect(followed(['Who', 'How'], ['How'], 'how')).toEqual(['how'])
  })

  test('is not moved to a heading that may be another: the heading is gone, and the tag says so', () => {
    expect(followed(['Who', 'How'], ['How'], 'who')).toEqual(['who'])
    expect(followed(['Who', 'How'], ['Where', 'When'], 'who', 'how')).toEqual(['who', 'how'])
  })
})

test('two tags that come to say the same are one', () => {
  const doc = (heading: string) => parseBody(`## ${heading}`).doc
  const tags = ['how', 'how-to-apply'].map(heading => ({ requirement: 'SE7-TR-01', heading }))
  const fields = pageFieldsSchema.parse({ id: '01K9ZQ4T8MJ5W3XB7C2D6E8F9G', title: 'Travel', checklist: tags })
  const entry = withFollowedTags({ kind: 'page', fields }, doc('How'), doc('How to apply'))
  expect(entry.fields.checklist).toEqual([{ requirement: 'SE7-TR-01', heading: 'how-to-apply' }])
})
