import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fits, matchesIn } from '../../src/shared/checks/matches.ts'
import { plainOf } from '../../src/shared/checks/plain-patterns.ts'
import { knowsStandIns, standInsFor } from '../../src/shared/checks/stand-ins.ts'
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

/** The same among letters of other scripts, marks, numbers and signs, of which some have a stand-in and some have none. */
const texts = array(
  constantFrom(
    ...'aBkS 1.-’[&',
    'An',
    'the ',
    ' ',
    ...'éÉßıſŉΩωιдДعम中ªⅧ٣²•→',
    '\u0301',
    '\u0345',
    '\u212a',
    '😀',
    '\ue000',
  ),
  { maxLength: 12 },
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

  test('say of stand-ins what is so of the letters themselves', () => {
    assert(
      property(texts, text => {
        for (const pattern of patterns) {
          const found = [...text.matchAll(pattern)].map(match => [match.index, ...match])
          expect(matchesIn(text, pattern).map(match => [match.index, ...match])).toEqual(found)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('know for every letter of every language which kind it is of', () => {
    const kinds = ['L', 'Lu', 'Ll', 'M', 'N', 'Script=Latin'].flatMap(kind =>
      ['u', 'iu'].flatMap(flags => [`[\\p{${kind}}]`, `[^\\p{${kind}}a-z]`].map(source => new RegExp(source, flags))),
    )
    const others = [/[a-z]/iu, /\w/iu, /\b/iu, /\s/u, /[^\n]/u, /^.$/u]
    const pairs = [...kinds, ...others].map(pattern => ({ pattern, plain: plainOf(pattern) }))
    const wrong: string[] = []
    let count = 0
    // Most of those above are signs of Chinese and syllables of Korean, one like the other.
    for (let code = 0; code < 0xd800; code += code < 0x3100 ? 1 : 61) {
      const sign = String.fromCharCode(code)
      const standing = standInsFor(sign)
      if (standing === null) continue
      if (standing !== sign) count += 1
      for (const { pattern, plain } of pairs) {
        if (plain.test(standing) !== pattern.test(sign)) wrong.push(`${sign} ${pattern}`)
      }
    }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(6_000)
  })

  test('say no more of a text with stand-ins where they name a letter of another language, a sign in a range, or what was before', () => {
    for (const pattern of [
      /café/u,
      /[\u00c0-\u017f]/u,
      /[ -’]/u,
      /[‘-”]/u,
      /(\p{L})\1/u,
      /\p{Script=Han}/u,
      /[^\x20-\x7f]/u,
    ])
      expect(knowsStandIns(pattern), String(pattern)).toBe(false)
    for (const pattern of [/[-–—]\p{L}/u, /[\p{L}’'-]+[ \u00a0]\d/iu, /\P{L}“/u])
      expect(knowsStandIns(pattern), String(pattern)).toBe(true)
  })
})
