import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fits, matchesIn } from '../../src/shared/checks/matches.ts'
import { plainOf } from '../../src/shared/checks/plain-patterns.ts'
import { isPlain } from '../../src/shared/content/index.ts'

const patterns = [
  /(?<![\p{L}\p{N}\p{M}’'-])[a-z]{3,}(?![\p{L}\p{M}]|[’'.]\p{L})/gu,
  /\p{Lu}[’'&]*\p{Lu}/gu,
  /(?<!\p{L})\p{L} \p{L}/giu,
  /\p{Lu}\p{Ll}+/giu,
  /[^\p{L}\p{N}\s]+/gu,
  /[\p{M}^a]+|\p{M}/gu,
  /\P{L}{2,}/giu,
  /[\p{Script=Latin}\p{Script=Han}]+[.!]/gu,
  /\[\p{N}+\]|\\\p{L}/gu,
  /\b(?:café|an?) \w+\.?/giu,
]

/** Letters, words and signs, so that the patterns find something. */
const plainTexts = array(
  constantFrom(
    'a',
    'B',
    'k',
    'S',
    'An',
    'the',
    'OT',
    ' ',
    ' ',
    '1',
    '20',
    '.',
    '-',
    '’',
    '“',
    '[',
    ']',
    '\\',
    '£',
    '\n',
    '\u00a0',
    '^',
    '&',
  ),
  { maxLength: 30 },
).map(parts => parts.join(''))

describe('patterns for plain texts', () => {
  test('find there what the patterns for all languages find', () => {
    for (const pattern of patterns) expect(plainOf(pattern).unicode, String(pattern)).toBe(false)
    assert(
      property(plainTexts, text => {
        expect(isPlain(text)).toBe(true)
        for (const pattern of patterns) {
          const found = [...text.matchAll(pattern)].map(match => [match.index, ...match])
          expect(matchesIn(text, pattern).map(match => [match.index, ...match])).toEqual(found)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('are not used for other texts', () => {
    expect(matchesIn('Zażółć gęślą jaźń', /\p{L}+/gu).map(([word]) => word)).toEqual(['Zażółć', 'gęślą', 'jaźń'])
    expect(fits('ÉCOLE', /^\p{Lu}+$/u)).toBe(true)
    // The sign of the kelvin is a k in capitals.
    expect(fits('\u212a', /k/iu)).toBe(true)
  })

  test('are the patterns themselves where they say what can only be said with “u”', () => {
    for (const pattern of [
      /\u{1f600}?x/u,
      /😀?x/u,
      /\p{RGI_Emoji}/v,
      /[\P{L}a]/u,
      /\p{Script=Common}/u,
      /\P{Lu}/iu,
      /a/i,
    ])
      expect(plainOf(pattern), String(pattern)).toBe(pattern)
  })
})
