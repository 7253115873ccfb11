import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samples, serialiseBody } from '../../src/shared/content/index.ts'
import { readPlain } from '../../src/shared/content/markdown/plain/read.ts'
import { readAny } from '../../src/shared/content/markdown/syntax.ts'
import { readEntries } from '../sample/sample.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'
import { arbitraryMarkdown, arbitraryText } from './arbitrary-text.ts'

/** What JSON can say of a tree is all that anybody reads of it. */
const told = (value: unknown) => JSON.parse(JSON.stringify(value))

function readsAlike(text: string): void {
  const plain = readPlain(text)
  if (plain !== null) expect(told(plain), JSON.stringify(text)).toEqual(told(readAny(text)))
}

const words = fc
  .array(
    fc.constantFrom(
      ...['Travel', 'to', 'school', '12', 'a', 'é', '😀', '“early”', '(yes)', 'at 10:30', 'EHC', 'Why?', 'Stop!', 'x.'],
      ...['**bold**', '**Food:**', '*quiet*', '(*so*)', '**a b**,', '[a link](page:01J)', '[form](media/a_b.pdf).'],
      ...['https://example.org/a', 'a@example.org', '[Ring us](tel:01632960001)', '# of', '5 - 3', 'a > b', '\u00a0'],
      ...[':span[dzień dobry]{lang="pl"}', ':span[Salut: bine]{lang="ro-RO"}.', '(:span[x]{lang="fr"})'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(' '))

const cells = (columns: number) => fc.array(fc.option(words, { nil: '' }), { minLength: columns, maxLength: columns })
const rowOf = (row: readonly string[]) => `| ${row.map(cell => (cell === '' ? '| ' : `${cell} | `)).join('')}`.trimEnd()
const block = fc.oneof(
  words,
  fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  fc.array(words, { minLength: 1, maxLength: 3 }).map(items => items.map(item => `- ${item}`).join('\n')),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map(items => items.map((item, at) => `${at + 3}. ${item}`).join('\n')),
  fc
    .tuple(cells(2), fc.array(cells(2), { maxLength: 2 }))
    .map(([head, rows]) => [rowOf(head), '| - | - |', ...rows.map(rowOf)].join('\n')),
  fc.constantFrom('::service{id="01J"}', '::figure{src="media/hall.jpg" alt="A hall: full"}', '::video'),
)
const container = fc
  .tuple(
    fc.constantFrom(
      ':::callout{kind="info"}',
      ':::steps',
      ':::details[A *label* here]',
      ':::contact{name="Us" name="x"}',
      ':::contact{name="Us" email="us@example.org"}',
    ),
    fc.array(block, { maxLength: 3 }),
  )
  .map(([opening, blocks]) => `${opening}\n${blocks.join('\n\n')}\n:::`)
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: block }, container), { maxLength: 5 })
  .map(parts => parts.join('\n\n'))

/** Whatever could make a plain text something else, put in anywhere. */
const trouble = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '](',
    '!',
    '![',
    ':',
    '::',
    ':::',
    ':span[x]{lang="pl"}',
    '|',
    '<b>',
    '&amp;',
    '\\',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '\t',
    '\r',
    '\n:::\n',
    '\n===',
    '\n---',
    '\n- ',
    '\n* ',
    '\n+ a',
    '\n1. ',
    '\n> ',
  ],
  ...[
    '#',
    ' #',
    '\n\n    code',
    '\n```\n',
    '~~~\n',
    '[a]: /b\n',
    '{',
    '}',
    '"',
    '(',
    ')',
    '\u00a0',
    '\ud83d',
    '\0',
    '\ufeff',
  ],
)
const troubled = fc
  .tuple(body, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), trouble), { minLength: 1, maxLength: 3 }))
  .map(([text, more]) =>
    more.reduce((whole, [where, put]) => {
      const at = Math.floor(where * whole.length)
      return whole.slice(0, at) + put + whole.slice(at)
    }, text),
  )

describe('the short way through plain Markdown answers what the library does', () => {
  test('for plain texts', () => {
    fc.assert(fc.property(body, readsAlike), { numRuns: 300 })
  })
  test('for plain texts with something in them that may be anything', () => {
    fc.assert(fc.property(troubled, readsAlike), { numRuns: 1500 })
  })
  test('for texts of any kind, and for every document that was written down', () => {
    fc.assert(fc.property(fc.oneof(arbitraryMarkdown, arbitraryText), readsAlike), { numRuns: 200 })
    fc.assert(
      fc.property(arbitraryDoc, doc => readsAlike(serialiseBody(doc))),
      { numRuns: 100 },
    )
    readsAlike(serialiseBody(samples))
  })
  test('for every page of the sample, most of which go that way', () => {
    const bodies = readEntries().map(({ parsed }) => parsed.body)
    for (const each of bodies) readsAlike(each)
    expect(bodies.filter(each => readPlain(each) !== null).length).toBeGreaterThan(bodies.length * 0.8)
  })
})
