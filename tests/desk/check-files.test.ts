import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckEnd, FileReport } from '../../src/main/command-line/index.ts'
import { checkFiles } from '../../src/main/desk/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import { wordFile, zip } from '../import/word-file.ts'
import { tempFolder } from '../workspace/temp-folder.ts'

const now = () => new Date('2026-11-22T10:00:00')

async function check(
  paths: readonly string[],
  signal = new AbortController().signal,
): Promise<(CheckEnd & { files: FileReport[] }) | Refusal> {
  const files: FileReport[] = []
  const end = await checkFiles(paths, { signal, onProgress: () => undefined }, file => files.push(file), now)
  return isRefusal(end) ? end : { files, ...end }
}

/** What is found in one file of this name and content: `rule line:column`. */
async function problemsOf(name: string, content: string | Uint8Array) {
  const folder = await tempFolder({ [name]: content })
  const report = await check([join(folder, name)])
  if (isRefusal(report)) throw new Error(report.sentence)
  return report.files.flatMap(({ problems }) => problems)
}

async function found(name: string, content: string | Uint8Array): Promise<string[]> {
  return (await problemsOf(name, content)).map(({ rule, line, column }) => `${rule} ${line}:${column}`)
}

async function severities(name: string, content: string): Promise<string[]> {
  return (await problemsOf(name, content)).map(({ rule, severity }) => `${rule} ${severity}`)
}

async function refused(name: string, content: string | Uint8Array): Promise<Refusal> {
  const folder = await tempFolder({ [name]: content })
  const report = await check([join(folder, name)])
  if (!isRefusal(report)) throw new Error('It was checked after all.')
  expect(report.sentence).toContain(join(folder, name))
  return report
}

describe('Markdown', () => {
  const details = '---\ntitle: Travel to school\nsummary: Who can get help.\nowner: priya@example.org\n---\n'

  test('says what, where and whether it can be mended, and counts it', async () => {
    const folder = await tempFolder({ 'travel.md': `${details}\nSee [click here](/x).\n\nBy 03/04/2027.\n` })
    const path = join(folder, 'travel.md')
    expect(await check([path])).toEqual({
      files: [
        {
          path,
          problems: [
            {
              rule: 'link-text',
              severity: 'error',
              wcag: ['2.4.4'],
              message: '“click here” does not say where it goes.',
              line: 7,
              column: 6,
              endLine: 7,
              endColumn: 16,
              fixable: false,
            },
            {
              rule: 'date-ambiguous',
              severity: 'warning',
              wcag: [],
              message: '“03/04/2027” can be read in two ways.',
              line: 9,
              column: 4,
              endLine: 9,
              endColumn: 14,
              fixable: true,
            },
          ],
          dismissed: [],
        },
      ],
      notSeen: [expect.stringContaining('what only all pages together show')],
    })
  })

  test('a good page has a report without problems', async () => {
    expect(await found('travel.md', `${details}\nAsk your school.\n`)).toEqual([])
  })

  test('markup that opens and closes is left to whatever shows the file, and an end without a beginning is not', async () => {
    expect(await found('good.md', 'Some <b>bold</b> words, and H<sub>2</sub>O.\n')).toEqual([])
    expect(await found('left.md', 'Bring your letter.</p> Ask us.\n')).toEqual(['kept-content 1:19'])
  })

  test('details that stand at the top are checked, and those that a plain file cannot have are not missed', async () => {
    expect(await found('travel.md', '---\ntitle: Untitled\nsummary: A\n---\nWords.\n')).toEqual(['page-title 2:1'])
    // A page of another program may keep its summary elsewhere, or show none.
    expect(
      await found('travel.md', '---\ntitle: Travel to school\ndescription: Who gets help.\n---\nWords.\n'),
    ).toEqual([])
    expect(await severities('travel.md', '---\ntitle: Travel to school\n---\nWords.\n')).toEqual(['page-title notice'])
    expect(await severities('travel.md', '---\ntitle: Travel to school\nsummary:\n---\nWords.\n')).toEqual([
      'page-title warning',
    ])
    const unowned = '---\ntitle: Travel to school\nsummary: Who gets help with travel.\nowner:\n---\nWords.\n'
    expect(await found('travel.md', unowned)).toEqual(['page-owner 4:1'])
    expect(await found('notes.md', 'Words.\n')).toEqual([])
    expect(await found('notes.md', '# Travel\n\nSee [here](/x).\n')).toEqual(['link-text 3:6'])
  })

  test('several files are one report, in the order in which they were named', async () => {
    const folder = await tempFolder({ 'b.md': `${details}One.`, 'a.md': `${details}Two.` })
    const report = await check([join(folder, 'b.md'), join(folder, 'a.md')])
    expect(isRefusal(report) ? report : report.files.map(({ path }) => path)).toEqual([
      join(folder, 'b.md'),
      join(folder, 'a.md'),
    ])
  })
})

describe('HTML', () => {
  const page = (main: string) =>
    `<!doctype html>\n<html lang="en"><head><title>Travel</title></head><body>\n<nav><a href="/">here</a></nav>\n<main>\n${main}\n</main></body></html>\n`

  test('the main part is checked, and every problem is on its own line', async () => {
    const main =
      '<h1>Travel to school</h1>\n<p>Marks &amp; Spencer.\n  See <a href="/x">click\n here</a>.</p>\n<h4>Far</h4>\n<p><img src="bus.png">\nBy 03/04/2027.</p>'
    expect(await found('travel.html', page(main))).toEqual([
      'link-text 7:7',
      'heading-order 9:5',
      'image-alt 10:4',
      'date-ambiguous 11:4',
    ])
  })

  test('its title is its one top heading, or that of its tab', async () => {
    expect(await found('a.htm', page('<p>Words.</p>'))).toEqual([])
    expect(await found('a.html', '<h1>Travel</h1><p>Words.</p>')).toEqual([])
    expect(await found('a.html', '<html lang="en"><body><p>Words.</p></body></html>')).toEqual(['page-title 1:1'])
    expect(await found('a.html', '<p>Words.</p>')).toEqual([])
  })

  test('an old page that is not in UTF-8 is read as a browser reads it', async () => {
    const bytes = Buffer.from('<title>Caf\xe9</title><p>Caf\xe9, by 03/04/2027.</p>', 'latin1')
    expect(await found('old.html', bytes)).toEqual(['date-ambiguous 1:32'])
  })
})

describe('style sheets beside a web page', () => {
  const page = (href: string) => `<link rel="stylesheet" href="${href}"><p class="pale">Ring us first.</p>`
  const pale = '.pale { color: #bbb }'

  test('are read where the page names them, on the way from the folder of all files that are checked', async () => {
    const folder = await tempFolder({
      'look/site.css': pale,
      'a.html': '<p>One.</p>',
      'clubs/b.html': page('../look/site.css?v=2'),
      'clubs/c.html': page('/look/site.css'),
    })
    const report = await check(['a.html', 'clubs/b.html', 'clubs/c.html'].map(name => join(folder, name)))
    if (isRefusal(report)) throw new Error(report.sentence)
    expect(report.files.map(({ problems }) => problems.map(({ rule }) => rule))).toEqual([
      [],
      ['contrast'],
      ['contrast'],
    ])
  })

  test('are let be outside of that folder, behind a link that leads out, on other sites, and where they are too large', async () => {
    const outside = await tempFolder({ 'site.css': pale, 'clubs/b.html': page('../site.css') })
    const folder = await tempFolder({ 'large.css': `${pale}/*${'-'.repeat(1_000_000)}*/`, 'pale.txt': pale })
    await symlink(join(outside, 'site.css'), join(folder, 'linked.css'))
    await symlink(outside, join(folder, 'away'))
    const addresses = [
      'linked.css',
      'away/site.css',
      'large.css',
      'pale.txt',
      `file://${join(outside, 'site.css')}`,
      join(outside, 'site.css'),
      '//example.org/site.css',
      'missing.css',
      '%E0.css',
    ]
    await Promise.all(addresses.map((href, at) => writeFile(join(folder, `${at}.html`), page(href))))
    const report = await check([join(outside, 'clubs', 'b.html')])
    const others = await check(addresses.map((_, at) => join(folder, `${at}.html`)))
    if (isRefusal(report) || isRefusal(others)) throw new Error('It was not checked.')
    expect([...report.files, ...others.files].flatMap(({ problems }) => problems)).toEqual([])
  })
})

describe('Word', () => {
  test('headings, links, pictures and tables are checked as those of a page', async () => {
    const bytes = wordFile([
      { text: 'Travel to school', style: 'Title' },
      { text: 'Who can apply', style: 'heading 1' },
      { text: 'click here', link: 'https://example.org/' },
      { text: 'A bus.', picture: '' },
      {
        rows: [
          ['Ages', 'Place'],
          ['5 to 11', 'Westcliff'],
        ],
        header: false,
      },
    ])
    const rules = await found('travel.docx', bytes)
    expect(rules.sort()).toEqual(['image-alt 1:1', 'link-text 1:1', 'table-header 1:1'])
  })

  test('a good document has no problems', async () => {
    const bytes = wordFile([
      { text: 'Who can apply', style: 'heading 1' },
      { text: 'Families who live here.' },
      { text: 'How to apply', style: 'heading 1' },
      { text: 'Apply for travel', link: 'https://example.org/', picture: 'A bus with a ramp' },
      {
        rows: [
          ['Ages', 'Place'],
          ['5 to 11', 'Westcliff'],
        ],
        header: true,
      },
    ])
    expect(await found('travel.docx', bytes)).toEqual([])
  })
})

describe('a file that cannot be read is named, and nothing is checked', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['a kind that Signpost does not know', 'rota.xlsx', 'PK', 'unknown-kind'],
    ['no text', 'page.md', new Uint8Array([0xff, 0xfe, 0x00, 0x41]), 'not-text'],
    ['text with zeros in it', 'page.html', 'One\0two', 'not-text'],
    ['too big', 'page.md', Buffer.alloc(4_000_001, 'a'), 'too-big'],
    ['no Word document', 'page.docx', 'Words.', 'not-word'],
    ['a zip without a document', 'page.docx', zip({ 'a.txt': 'Words.' }), 'not-word'],
    ['a document that is cut off', 'page.docx', wordFile([{ text: 'Words.' }]).subarray(0, 900), 'not-word'],
    ['an old Word document', 'page.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-word'],
    ['one that would fill the memory', 'page.docx', zip({ 'word/document.xml': 'a' }, 4_000_000_000), 'too-big'],
  ])('%s', async (_, name, content, code) => {
    expect(await refused(name, content)).toMatchObject({ code })
  })

  test('one that is not there, and a folder with the name of a file', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'folder.md'))
    expect(await check([join(folder, 'gone.md')])).toMatchObject({ kind: 'refused', code: 'missing' })
    expect(await check([join(folder, 'folder.md')])).toMatchObject({ kind: 'refused', code: 'not-a-file' })
  })

  test('one bad file among good ones', async () => {
    const folder = await tempFolder({ 'good.md': 'Words.', 'bad.docx': 'Words.' })
    const report = await check([join(folder, 'good.md'), join(folder, 'bad.docx')])
    expect(report).toMatchObject({ kind: 'refused', code: 'not-word' })
    expect(isRefusal(report) && report.sentence).toMatch(/bad\.docx” could not be checked\. .+\.$/)
  })
})

test('a link to a file is that file', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'page.md'), 'See [here](/x).')
  await symlink(join(folder, 'page.md'), join(folder, 'other.md'))
  const report = await check([join(folder, 'other.md')])
  expect(isRefusal(report) ? report : report.files[0]?.problems.map(({ rule }) => rule)).toEqual(['link-text'])
})

test('whoever stops it gets no half report', async () => {
  const folder = await tempFolder({ 'page.md': 'Words.' })
  expect(await check([join(folder, 'page.md')], AbortSignal.abort())).toMatchObject({ code: 'stopped' })
})
