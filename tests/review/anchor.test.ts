import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteAt } from '../../src/renderer/review/quotes.ts'
import { parseBody, replaceAt, serialiseBody } from '../../src/shared/content/index.ts'
import { canBeReworded, findQuote, type Quote, takingWording } from '../../src/shared/review/index.ts'

const text = [
  'Getting help with travel',
  'Ring the school first. Ask for the SENCO, and say that you need help with travel to school.',
  'Then wait a week. Ring the school again if nobody has called.',
].join('\n')

function quoteOf(words: string, within = text): Quote {
  const start = within.indexOf(words)
  const quote = quoteAt(within, start, start + words.length)
  if (start === -1 || quote === null) throw new Error(`“${words}” is not there`)
  return quote
}

/** The words that a comment on `words` stands at after the edit, with ~ before edited ones; null when they are gone. */
function found(words: string, now: string): string | null {
  const place = findQuote(now, quoteOf(words))
  return place && `${place.edited ? '~' : ''}${now.slice(place.start, place.end)}`
}

describe('a comment follows its words', () => {
  const asks = 'Ask for the SENCO, and say that you need help with travel to school.'

  test.each<[string, string, string, string | null]>([
    ['through words before them', 'wait a week', text.replace('Getting', 'All about getting'), 'wait a week'],
    ['to where they were moved', asks, `${asks}\nAnd nothing else.`, asks],
    ['at the place that was meant', 'Ring the school', text, 'Ring the school'],
    [
      'when they are edited within',
      asks,
      text.replace('the SENCO, and say', 'the teacher in charge of SEND (the SENCO) and tell them'),
      '~Ask for the teacher in charge of SEND (the SENCO) and tell them that you need help with travel to school',
    ],
    ['when one of a few words is another', 'wait a week', text.replace('wait a week', 'wait ten days'), null],
    ['when most of a few words stay', 'Then wait a week', text.replace('a week', 'one week'), '~Then wait one week'],
    ['not when they are taken out', asks, text.replace(asks, ''), null],
    ['not to the same few words elsewhere', 'Ring the school first', text.replace('Ring the school first. ', ''), null],
    ['not when all is gone', 'wait a week', 'Another page.', null],
    ['not when nothing is left', 'wait a week', '', null],
  ])('%s', (_, words, now, where) => {
    expect(found(words, now)).toBe(where)
  })

  test('of two equal sentences it stays at its own', () => {
    const second = quoteAt(text, text.lastIndexOf('Ring the school'), text.lastIndexOf('Ring the school') + 15)
    const place = second && findQuote(`New words first.\n${text}`, second)
    expect(place?.start).toBe(`New words first.\n${text}`.lastIndexOf('Ring the school'))
  })

  test('a quote without its neighbours is looked for by its words alone', () => {
    expect(findQuote(text, { exact: 'the SENCO', prefix: '', suffix: '' })?.edited).toBe(false)
    expect(findQuote(text, { exact: ' ', prefix: '', suffix: '' })).toBeNull()
  })

  test('whatever is written around them, chosen words are found where they stand', () => {
    const words = fc.array(fc.constantFrom('ring', 'the', 'school', 'first', 'and', 'ask', 'for', 'help'), {
      minLength: 8,
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, words, fc.nat(7), fc.nat(7), (page, before, from, length) => {
        const chosen = page.slice(from, from + length + 1)
        const [head, whole] = [page.slice(0, from).join(' '), page.join(' ')]
        const start = head === '' ? 0 : head.length + 1
        const quote = quoteAt(whole, start, start + chosen.join(' ').length)
        if (quote === null || quote.prefix.length + quote.suffix.length < 20) return
        const now = `${before.join(' ')}\n${whole}`
        const place = findQuote(now, quote)
        expect(place && now.slice(place.start, place.end)).toBe(quote.exact)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a suggested wording', () => {
  const page =
    'Ring **the school** first. Ask for [the SENCO](https://example.org/senco).\n\n- One thing\n- Two things\n'
  const plain = 'Ring the school first. Ask for the SENCO.\nOne thing\nTwo things'
  const taken = (words: string, wording: string, now = page) => {
    const { doc } = parseBody(now)
    const edits = takingWording(doc, quoteOf(words, plain), wording)
    return edits && serialiseBody(edits.reduce((all, { path, nodes }) => replaceAt(all, path, nodes), doc))
  }

  test('takes the place of exactly its words, and leaves the rest and its marks', () => {
    expect(taken('first', 'in the morning')).toBe(page.replace('first', 'in the morning'))
    expect(taken('Two things', 'Three things')).toBe(page.replace('Two', 'Three'))
    expect(taken('the SENCO', 'the teacher for SEND')).toBe(page.replace('the SENCO', 'the teacher for SEND'))
    expect(taken('Ask for the SENCO.', '')).toBe('Ring **the school** first.\n\n- One thing\n- Two things\n')
  })

  test('is not put in place of other words', () => {
    expect(taken('first', 'in the morning', page.replace('first', 'at once'))).toBeNull()
    expect(taken('Ring the school first', 'Ring them', page.replace('Ring', 'Call'))).toBeNull()
  })

  test('is for words of one block', () => {
    expect(canBeReworded(quoteOf('One thing\nTwo things', plain))).toBe(false)
    expect(taken('One thing\nTwo things', 'Three')).toBeNull()
  })
})
