import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, bodyParts, parseBody, serialiseBody, wouldJoin } from '../../src/shared/content/index.ts'
import { readEntries } from '../sample/sample.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'
import { arbitraryMarkdown, arbitraryText } from './arbitrary-text.ts'

const full = (blocks: readonly Block[]) =>
  blocks.filter(block => block.type !== 'paragraph' || block.content !== undefined)

/** The parts of a text, each read alone, are what the whole text is. Says how many there were, none where it is not cut. */
function readsInParts(text: string): number {
  const parts = bodyParts(text) ?? []
  const read = parts.map(part => full(parseBody(part).doc.content))
  if (parts.length === 0 || read.some((blocks, at) => wouldJoin(read[at - 1]?.at(-1), blocks[0]))) return 0
  expect(read.flat(), JSON.stringify(text)).toEqual(full(parseBody(text).doc.content))
  return parts.length
}

/** Lines that may stand alone, with whatever could reach out of them. */
const line = fc
  .array(
    fc.constantFrom(
      ...[
        'Travel',
        'a',
        '12 of',
        '3.',
        '4.5',
        '4.5 of',
        '1.5) ',
        '2.\t',
        '- ',
        '1. ',
        '# ',
        '## ',
        '> ',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '[',
        ']',
        '](',
        '![',
        '(',
        ')',
      ],
      ...[
        '<b>',
        '<div>',
        '</div>',
        '<!--',
        '-->',
        '&amp;',
        '&',
        '\\',
        '|',
        '| ',
        ' |',
        '| - |',
        ':',
        '::',
        '::video',
        ':::',
        ':span[x]',
      ],
      ...[
        '{lang="pl"}',
        '[a]',
        '[a]: /b',
        '  ',
        ' ',
        '===',
        '---',
        '***',
        'a@b.org',
        'https://b.org',
        '“',
        '!',
        '\u00a0',
        '😀',
        '+ ',
        '1) ',
      ],
    ),
    { maxLength: 4 },
  )
  .map(pieces => pieces.join(''))
const lines = fc.array(
  fc.oneof(
    line,
    fc.constant(''),
    fc.constantFrom('Words.', '- item', '| a |', '| - |', ':::callout{kind="info"}', ':::'),
  ),
  {
    maxLength: 14,
  },
)

describe('a text that is cut into parts is read as its parts are', () => {
  test('whatever lines it is made of', () => {
    let cut = 0
    fc.assert(
      fc.property(lines, all => {
        cut += readsInParts(all.join('\n')) > 1 ? 1 : 0
      }),
      { numRuns: 1500 },
    )
    expect(cut).toBeGreaterThan(20)
  })

  test('of any kind, and every document that was written down', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryMarkdown, arbitraryText), text => void readsInParts(text)),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(arbitraryDoc, doc => void readsInParts(serialiseBody(doc))),
      { numRuns: 100 },
    )
  })

  test('on every page of the sample, most of which are cut', () => {
    const bodies = readEntries().map(({ parsed }) => parsed.body)
    expect(bodies.filter(body => readsInParts(body) > 0).length).toBeGreaterThan(bodies.length * 0.8)
  })
})
