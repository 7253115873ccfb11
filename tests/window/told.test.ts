import { describe, expect, test } from 'vitest'
import { toldWords } from '../../src/renderer/app/told-words.ts'
import type { Told } from '../../src/shared/merge/told.ts'

const settled = {
  about: 'the description of map.gif',
  values: [{ label: 'Description', mine: 'Mine', theirs: 'Theirs' }],
}
const both: Told = { id: '0123456789abcdef', sentence: 'All of it, in a line.', settled }
const plain: Told = {
  id: 'fedcba9876543210',
  sentence: 'You deleted map.gif while a colleague changed it. It stays.',
  settled: null,
}

describe('what putting work together told stands at the foot of the window', () => {
  test('not at all while there is nothing', () => {
    expect(toldWords([])).toBeNull()
  })

  test('with the way to both values, where a colleague’s stands', () => {
    expect(toldWords([both])).toEqual({
      sentence: 'You and a colleague both changed the description of map.gif. Theirs stands.',
      nextStep: 'Your words are kept for you.',
      look: 'Look at both',
    })
  })

  test('with all there is to say, where nothing gave way: closing it is enough', () => {
    expect(toldWords([plain])).toEqual({
      sentence: plain.sentence,
      nextStep: 'This stays here until you close it.',
      look: null,
    })
  })

  test('as one sentence for several, so that they never fill the window', () => {
    expect(toldWords([both, plain, both])).toEqual({
      sentence: '3 things to know since your work and your colleagues’ was put together.',
      nextStep: 'Where theirs stands, your words are kept for you.',
      look: 'Look at them',
    })
  })
})
