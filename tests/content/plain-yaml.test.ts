import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnyDetails, readDetails } from '../../src/shared/content/files/entry.ts'
import { plainMapping, readPlainYaml } from '../../src/shared/content/files/plain-yaml.ts'
import { plainOf, readYaml } from '../../src/shared/content/files/yaml.ts'
import { pageFieldsSchema, serviceFieldsSchema, splitText, writeRecord } from '../../src/shared/content/index.ts'
import { pathsIn, textOfFile } from '../sample/sample.ts'

/** What the short way answers, the library answers too, down to the order of the names. */
function readsAlike(text: string): void {
  const plain = readPlainYaml(text)
  if (plain === null) return
  const read = readYaml(text, 200_000)
  if (read.kind === 'broken') throw new Error(`${JSON.stringify(text)} is broken: ${read.reason}`)
  expect(JSON.stringify(plainMapping(plain)), JSON.stringify(text)).toBe(JSON.stringify(plainOf(read.document)))
}

function saysAlike(text: string): void {
  for (const { shape } of [pageFieldsSchema, serviceFieldsSchema]) {
    expect(readDetails(text, shape), JSON.stringify(text)).toEqual(readAnyDetails(text, shape))
  }
}

const words = fc.constantFrom(
  ...['Travel to school', 'a', 'é “early” 😀', '12 months', '2026-02-16', '2026-02-16T10:30:00.000Z', 'x@example.org'],
  ...[
    '01632 960104',
    '0',
    '5',
    '007',
    '12345678901234567890',
    '1.5',
    '1e3',
    '0x1F',
    '0o17',
    '0XA',
    '-1',
    '+1',
    '.5',
    '1:30',
  ],
  ...[
    '1_000',
    '01E00000000000000000000012',
    '01KHJTV4M0RACJXMH836GFGXEK',
    '12e45678',
    'bed',
    'null',
    'Null',
    'true',
    'FALSE',
  ],
  ...[
    'yes',
    'no',
    '~',
    '=',
    '<<',
    'NaN',
    '.inf',
    '[]',
    '[a, b]',
    '{}',
    '{a: b}',
    '""',
    "''",
    '"From asking to: a plan"',
  ],
  ...[
    '"a\\nb"',
    '"a # b"',
    "'it''s'",
    "'a: b'",
    '"a" b',
    "'a' # b",
    'a: b',
    'a:b',
    'a:',
    ':a',
    'a #b',
    'a#b',
    '# a',
    '#a',
  ],
  ...[
    '- a',
    '-a',
    '? a',
    '?a',
    '&a b',
    '*a',
    '!a',
    '!!str 5',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    ', a',
    'a, b',
    'a [b] {c}',
    '] a',
  ],
  ...[
    'a ',
    ' a',
    'a\tb',
    '\ta',
    'a\u00a0',
    '\u00a0a',
    'a\u0085b',
    'a\u2028b',
    '\ufeffa',
    'a\u0000',
    '(£5)',
    'https://a.b/c',
    '---',
    '...',
  ],
)
const name = fc.constantFrom(
  ...[
    'id',
    'title',
    'summary',
    'audience',
    'checklist',
    'owner',
    'review',
    'every',
    'related',
    'order',
    'telephone',
    'needs',
  ],
  ...[
    'minimum_age',
    'requirement',
    'heading',
    'a-b',
    'null',
    'True',
    '__proto__',
    'constructor',
    '5',
    '<<',
    '"id"',
    'a b',
    '- a',
    '? a',
  ],
)
const line = fc.oneof(
  fc.tuple(name, words).map(([key, value]) => `${key}: ${value}`),
  name.map(key => `${key}:`),
  words.map(value => `- ${value}`),
  fc.tuple(name, words).map(([key, value]) => `- ${key}: ${value}`),
  fc.constantFrom('', ' ', '# note', '-', '---', '...', 'title: a\r', '\t'),
)
const indent = fc.constantFrom('', '', '', '  ', '  ', '  ', '    ', '    ', ' ', '   ', '\t')
const text = fc
  .tuple(fc.array(fc.tuple(indent, line), { maxLength: 8 }), fc.constantFrom('\n', '', '\n\n'))
  .map(([lines, end]) => `${lines.map(([before, rest]) => before + rest).join('\n')}${end}`)

/** As Signpost writes it, with one line put in, taken out or set in otherwise. */
const record = fc.dictionary(
  fc.constantFrom('id', 'title', 'audience', 'checklist', 'review', 'order', 'owner', 'needs', 'minimum_age'),
  fc.oneof(
    words,
    fc.integer(),
    fc.array(words, { maxLength: 3 }),
    fc.array(fc.record({ requirement: words, heading: words }), { maxLength: 2 }),
    fc.record({ every: words, last: words, due: words }),
  ),
)
const spoiled = fc
  .tuple(record.map(writeRecord), fc.nat(), fc.tuple(indent, line))
  .map(([written, at, [before, more]]) =>
    written
      .split('\n')
      .toSpliced(at % 6, at % 2, before + more)
      .join('\n'),
  )

describe('plain YAML is read as the library reads it', () => {
  test('however its lines stand together', () => {
    fc.assert(fc.property(text, readsAlike), { numRuns: 1500 })
    fc.assert(fc.property(text, saysAlike), { numRuns: 300 })
  })

  test('when Signpost wrote it, and when somebody changed a line by hand', () => {
    fc.assert(fc.property(record.map(writeRecord), readsAlike), { numRuns: 300 })
    fc.assert(fc.property(spoiled, readsAlike), { numRuns: 800 })
    fc.assert(fc.property(spoiled, saysAlike), { numRuns: 300 })
  })

  test('and any text at all is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }).map(value => `a: ${value}\n`),
        readsAlike,
      ),
      { numRuns: 800 },
    )
  })

  test('and nearly every page of the sample is plain', () => {
    const paths = pathsIn('workspace').filter(path => path.endsWith('.md'))
    const details = paths.map(path => splitText(textOfFile(`workspace/${path}`)).yaml ?? '')
    for (const yaml of details) readsAlike(yaml)
    expect(details.filter(yaml => readPlainYaml(yaml) !== null).length).toBeGreaterThan(details.length * 0.9)
  })
})
