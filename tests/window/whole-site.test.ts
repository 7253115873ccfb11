import { expect, test } from 'vitest'
import { foundWords } from '../../src/renderer/site/kind-words.ts'

test.each([
  [0, 0, ''],
  [1, 0, 'Nothing is wrong on 1 page or service.'],
  [
    3,
    2,
    'On 3 pages and services there are 2 problems: 2 stop publishing, 0 make a page harder to use, 0 are worth knowing.',
  ],
])('of %i pages with %i problems the whole site says: %s', (pages, errors, said) => {
  expect(foundWords({ pages, between: 0, found: { errors, warnings: 0, notices: 0 } })).toBe(said)
})
