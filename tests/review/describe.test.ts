import { expect, test } from 'vitest'
import { type Entry, parseEntry, type WorkspacePath } from '../../src/shared/content/index.ts'
import { describeChange } from '../../src/shared/review/index.ts'

const page = (body: string, details = 'title: Travel'): Entry =>
  parseEntry('pages/education/travel.md' as WorkspacePath, `---\n${details}\n---\n${body}`).entry

test.each([
  ['Priya changed a paragraph in “Travel”', 'One.\n\nTwo.', 'One.\n\nTwo, changed.'],
  ['Priya changed two paragraphs in “Travel”', 'One.\n\nTwo.', 'One more.\n\nTwo more.'],
  ['Priya added the heading “Who can apply” in “Travel”', 'One.', 'One.\n\n## Who can apply'],
  ['Priya took out a table in “Travel”', 'One.\n\n| a |\n| - |\n| b |', 'One.'],
  ['Priya added three parts in “Travel”', 'One.', 'One.\n\n- a\n\nTwo.\n\n| a |\n| - |\n| b |'],
  ['Priya saved “Travel”', 'One.', 'One.'],
])('%s', (sentence, before, after) => {
  expect(describeChange(page(before), page(after), 'Priya Nair')).toBe(sentence)
})

test('details are named too, and a new page is started', () => {
  const owned = page('One.', 'title: Travel\nowner: sam@example.org')
  expect(describeChange(page('One.'), owned, 'Sam')).toBe('Sam changed the owner of “Travel”')
  expect(describeChange(page('Two.'), owned, 'Sam')).toBe('Sam changed a paragraph and the owner of “Travel”')
  expect(describeChange(null, owned, 'Sam')).toBe('Sam started “Travel”')
})
