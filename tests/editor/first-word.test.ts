import { expect, test } from 'vitest'
import { firstWord } from '../../src/renderer/editor/find/first-word.ts'
import { writing } from './writing.ts'

const page = 'A business is no place.\n\n- Take **the** bus ![x](media/x.svg) or a Bus.\n'

test.each([
  ['bus', 'bus'],
  ['the bus', 'the bus'],
  ['a bus', 'A bus'],
  ['business', 'business'],
  ['b.s', null],
  ['train', null],
])('where “%s” begins a word first, it is found: %s', (word, found) => {
  const { doc } = writing(page).editor.state
  const range = firstWord(doc, word)
  expect(range && doc.textBetween(range.from, range.to)).toBe(found)
})
