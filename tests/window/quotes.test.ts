import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteAt, sentencesOf } from '../../src/renderer/review/quotes.ts'
import { findQuote } from '../../src/shared/review/index.ts'

const text = 'What to do first\nTalk to the school. Ask for a meeting within two weeks.\nTalk to the school. Then wait.'

describe('chosen words', () => {
  test('are kept without the blanks at their ends, with what stands on either side', () => {
    const start = text.indexOf(' Ask')
    expect(quoteAt(text, start, text.indexOf(' within') + 1)).toEqual({
      exact: 'Ask for a meeting',
      prefix: text.slice(0, start + 1).slice(-40),
      suffix: ' within two weeks.\nTalk to the school. T',
    })
  })

  test('nothing but blanks is no choice', () => {
    expect(quoteAt('a   b', 1, 4)).toBeNull()
  })

  test('the second of two equal sentences is found again as the second', () => {
    const second = text.lastIndexOf('Talk to the school.')
    const quote = quoteAt(text, second, second + 'Talk to the school.'.length)
    expect(quote && findQuote(text, quote)).toMatchObject({ start: second, end: second + 19 })
  })

  test('every sentence of any text is found again where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z][a-z ]{0,12}[.?!]$/), { minLength: 1, maxLength: 8 }), lines => {
        const whole = lines.join('\n')
        for (const { start, end, words } of sentencesOf(whole)) {
          expect(whole.slice(start, end)).toBe(words)
          const quote = quoteAt(whole, start, end)
          expect(quote?.exact).toBe(words)
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('a page is chosen from by its sentences, its headings and its cells', () => {
  expect(sentencesOf(text).map(({ words }) => words)).toEqual([
    'What to do first',
    'Talk to the school.',
    'Ask for a meeting within two weeks.',
    'Talk to the school.',
    'Then wait.',
  ])
})
