import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { printable } from '../../src/main/command-line/command.ts'
import {
  parseEntry,
  parseRecord,
  parseSiteConfig,
  siteConfigSchema,
  workspacePathSchema,
} from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { csvOf } from '../../src/shared/report/index.ts'
import { calendarFileOf } from '../../src/shared/review/index.ts'

/** Words of a workspace stay words: no type is made of them, nothing is added to any object, no terminal obeys them. */

const id = '01JDAXQ4S2Q0M5K7E3V8R9T6WA'
const pageOf = (yaml: string) =>
  parseEntry(workspacePathSchema.parse('pages/a/b.md'), `---\nid: ${id}\n${yaml}\n---\n\nWords.\n`)

describe('YAML', () => {
  test.each([
    ['a function', 'title: !!js/function "function () { process.exit(1) }"'],
    ['a regular expression', 'title: !!js/regexp /x/'],
    ['an undefined', 'title: !!js/undefined ""'],
    ['a Python object', 'title: !!python/object/apply:os.system ["id"]'],
    ['bytes', 'title: !!binary "PHNjcmlwdD4="'],
    ['a set', 'title: !!set {a, b}'],
    ['a tag of its own', 'title: !<tag:example.org,2026:run> x'],
    ['a date', 'title: 2026-11-22'],
    ['a merge of another', 'base: &b {title: stolen}\n<<: *b'],
  ])('makes no %s: what is read is words or nothing', (_, yaml) => {
    const { entry } = pageOf(yaml)
    expect(typeof entry.fields.title).toBe('string')
    expect(entry.fields.title).not.toBe('stolen')
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'with the name %s changes nothing but itself',
    name => {
      const texts = [
        `${name}: {polluted: yes, title: stolen}`,
        `${name}:\n  - polluted`,
        `review: {${name}: {polluted: yes}}`,
      ]
      for (const text of texts) {
        const { entry } = pageOf(text)
        expect(Reflect.get(entry.fields, 'polluted')).toBeUndefined()
        expect(entry.fields.title).toBe('')
        parseRecord(text, z.looseObject({}), 'x')
        parseSiteConfig(`signpost: 1\nname: x\n${text}`)
      }
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      expect(Reflect.get(Object.prototype, 'polluted')).toBeUndefined()
    },
  )

  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
  for (const [at, name] of [...'bcdefghij'].entries()) {
    laughs.push(`${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(10)}]`)
  }

  test('that names itself a thousand million times is read without the names', () => {
    for (const field of ['title: *j', 'checklist: *j', 'related: *j', 'review: {every: *j}', 'unknown: *j']) {
      const { entry } = pageOf(`${laughs.join('\n')}\n${field}`)
      expect(entry.fields.title).toBe('')
      expect(JSON.stringify(entry.fields).length).toBeLessThan(2_000)
    }
    const record = parseRecord(`${laughs.join('\n')}\nalt: *j`, z.looseObject({ alt: z.string().catch('') }), 'x')
    expect(isRefusal(record) || record.alt === '').toBe(true)
    expect(isRefusal(parseSiteConfig(`${laughs.join('\n')}\nsignpost: 1\nname: *j`))).toBe(true)
  })

  test.each([
    ['that leads back to itself', '&a [*a]'],
    ['that is nested without end', `${'['.repeat(100_000)}`],
    ['that is nested and closed', `${'{a: '.repeat(5_000)}x${'}'.repeat(5_000)}`],
    ['of one long key', `${'k'.repeat(200_000)}: x`],
    ['of very many keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: x`).join('\n')],
    ['of very many keys in braces', `{${Array.from({ length: 20_000 }, (_, at) => `k${at}: x`).join(', ')}}`],
    ['of very many anchors', Array.from({ length: 5_000 }, (_, at) => `k${at}: &a${at} x`).join('\n')],
  ])('%s is a page with trouble, not the end of the program', (_, yaml) => {
    const { entry } = pageOf(`title: ${yaml}`)
    expect(entry.kind).toBe('page')
    expect(pageOf(yaml).entry.kind).toBe('page')
  })
})

test.each(['"><img src=x>', '../../x', '', 'en GB', '<script>', 'x'.repeat(50)])(
  'the site’s language is one, and not %j',
  language => {
    expect(siteConfigSchema.parse({ signpost: 1, name: 'x', language }).language).toBe('en-GB')
  },
)

describe('what is printed', () => {
  test.each([
    ['clears the screen', '\u001b[2J\u001b[H'],
    ['names the window', '\u001b]0;title\u0007'],
    ['fills the clipboard', '\u001b]52;c;cm0gLXJmIC8=\u0007'],
    ['makes a link', '\u001b]8;;https://example.org\u001b\\x\u001b]8;;\u001b\\'],
    ['is an escape of one character', '\u009b2J'],
    ['goes back over the line', 'error\rfine '],
    ['goes back by letters', 'x\b\b\b'],
    ['is written from right to left', '\u202egnp.exe'],
  ])('never %s', (_, sequence) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
    expect(printable(`a${sequence}b`)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test('keeps the lines, the columns and every letter', () => {
    const text = 'Café\tnaïve\r\n“ŵ” 😀 \u200d\n'
    expect(printable(text)).toBe(text)
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    ' =1+1',
    '\ufeff=1',
    '\u200b\u00a0@SUM(A1)',
    '＠SUM(A1)',
    '=cmd|" /C calc"!A0',
  ])('is no formula in a spreadsheet: %j', text => {
    const [, row = ''] = csvOf(['x'], [[text]]).split('\r\n', 2)
    expect(row.replace(/^"/, '')).toMatch(/^'/)
  })

  test('adds no line of its own to a calendar', () => {
    const evil = 'x\rATTACH:https://example.org\r\nBEGIN:VALARM\nTRIGGER:-PT1M\u2028y\u0000'
    const row = { id, title: evil, owner: evil, due: '2026-12-01', reason: evil, path: 'pages/a/b.md' }
    const calendar = calendarFileOf([{ ...row, said: '2026-11-22T10:00:00Z' } as never])
    const names = calendar
      .split(/\r\n|[\r\n\u2028]/)
      .flatMap(line => (line.startsWith(' ') ? [] : [line.split(/[:;]/)[0]]))
    expect(names).not.toContain('ATTACH')
    expect(names.filter(name => name === 'BEGIN')).toHaveLength(2)
  })
})
