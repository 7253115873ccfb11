import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Doc, normaliseDoc, parseBody, serialiseBody, wordsIn } from '../../src/shared/content/index.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'
import { arbitraryHtml, arbitraryMarkdown, arbitraryText } from './arbitrary-text.ts'
import { decoded } from './decoded.ts'

const numRuns = Number(process.env.LAW_RUNS ?? 150)
const anyText = fc.oneof(
  arbitraryMarkdown,
  arbitraryHtml,
  arbitraryText,
  fc.string({ unit: 'binary', maxLength: 60 }),
  arbitraryDoc.map(serialiseBody),
)

describe('what is written down is what was in the editor', () => {
  test('every document comes back as it was, in its normal form', () => {
    fc.assert(
      fc.property(arbitraryDoc, doc => {
        const normal = normaliseDoc(doc)
        expect(parseBody(serialiseBody(doc)).doc).toEqual(normal)
      }),
      { numRuns },
    )
  })

  test('the normal form is its own normal form', () => {
    fc.assert(
      fc.property(arbitraryDoc, doc => {
        const normal = normaliseDoc(doc)
        expect(normaliseDoc(normal)).toEqual(normal)
      }),
      { numRuns },
    )
  })
})

describe('any text at all is a page', () => {
  test('a text that was read and written once never changes again', () => {
    fc.assert(
      fc.property(anyText, text => {
        const once = serialiseBody(parseBody(text).doc)
        expect(serialiseBody(parseBody(once).doc)).toBe(once)
      }),
      { numRuns },
    )
  })

  test('what is read is in normal form', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { doc } = parseBody(text)
        expect(normaliseDoc(doc)).toEqual(doc)
      }),
      { numRuns },
    )
  })

  test('no word of it is lost', () => {
    fc.assert(
      fc.property(anyText, text => {
        const written = decoded(serialiseBody(parseBody(text).doc)).toLowerCase()
        const lost = wordsIn(decoded(text.replace(/<br\s*\/?>/gi, ' '))).filter(
          word => /\p{L}/u.test(word) && !written.includes(word.toLowerCase()),
        )
        expect(lost).toEqual([])
      }),
      { numRuns },
    )
  })

  test('the editor’s empty page is one empty paragraph, and an empty file', () => {
    const empty: Doc = { type: 'doc', content: [{ type: 'paragraph' }] }
    expect(parseBody('').doc).toEqual(empty)
    expect(serialiseBody(empty)).toBe('')
  })
})
