import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { daysIn } from '../../src/main/command-line/due.ts'
import { barOf } from '../../src/main/command-line/progress.ts'
import { tableOf } from '../../src/main/command-line/table.ts'
import { csvOf } from '../../src/shared/report/index.ts'
import { signpost } from './desk-of-paper.ts'

describe('text', () => {
  test('of check names the file, the place, the rule and where it comes from', async () => {
    const { out } = await signpost(`check ${tmpdir()}`)
    expect(out).toContain('pages/education/moving here.md\n')
    expect(out).toContain(
      '  12:3     error    “click here” does not say where it goes. (link-text, WCAG 2.4.4, has a fix)',
    )
    expect(out).not.toContain('pages/health/nurses.md')
    expect(out).toMatch(/1 error, 0 warnings and 1 notice in 2 files\.\n$/)
  })

  test('of due puts what is overdue first, in columns', async () => {
    const { out } = await signpost('due team')
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/^Due {9}/)
    expect(lines[1]).toMatch(/^2026-11-01 {2}21 days ago {2}Travel; to school, and back/)
    expect(lines[2]).toMatch(/^2026-12-01 {2}in 9 days/)
    expect(out).toMatch(/1 overdue, 1 more within 30 days\.\n$/)
  })

  test('of a table has no spaces at the end of a line', () => {
    expect(
      tableOf(
        ['A', 'Long heading', 'C'],
        [
          ['one', 'x', ''],
          ['two', '', 'last'],
        ],
      ),
    ).toBe('A    Long heading  C\none  x\ntwo                last\n')
  })
})

describe('csv', () => {
  test('quotes what needs it, and lets nothing begin like a formula', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['one, two', 'say “yes”'],
          ['a "quote"', 'line\nbreak'],
          ['=1+1', '@x'],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"one, two",say “yes”\r\n"a ""quote""","line\nbreak"\r\n\'=1+1,\'@x\r\n')
  })

  test('of coverage has one line a requirement', async () => {
    const { out } = await signpost('coverage team --checklist statutory --format csv')
    expect(out.split('\r\n')).toEqual([
      '\ufeffchecklist,requirement,text,status,pages',
      'statutory,E1,"Says, in plain words, what schools do",yes,pages/education/schools.md',
      "statutory,E2,'=SUM(A1),no,",
      'statutory,E3,Is found by families,not-by-pages,',
      '',
    ])
  })

  test('of coverage as text says in words what is not met by pages', async () => {
    const { out } = await signpost('coverage team')
    expect(out).toMatch(/^E3 +to be judged +0 +Is found by families$/m)
    expect(out).toContain('1 yes, 0 in part, 1 no, 1 to be judged.')
  })
})

describe('calendar', () => {
  test('has one all-day event a page, in lines that every calendar can read', async () => {
    const { out } = await signpost('due team --format ics')
    const lines = out.split('\r\n')
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.at(-2)).toBe('END:VCALENDAR')
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2)
    expect(lines).toContain('DTSTART;VALUE=DATE:20261101')
    expect(lines).toContain('DTSTAMP:20251103T091500Z')
    expect(lines).toContain('UID:01JD0000000000000000000001@signpost')
    expect(lines).toContain('SUMMARY:Check “Travel\\; to school\\, and back”')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(out.replaceAll('\r\n ', '')).toContain('buses changed – twice.\\nLooked after by Priya Nair.\\n')
  })
})

describe('SARIF', () => {
  test('is 2.1.0, with a place where there is one and an address that is one', async () => {
    const { out, exit } = await signpost(`check ${tmpdir()} --format sarif`)
    const log = JSON.parse(out)
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['link-text', 'title-missing'])
    expect(run.results).toEqual([
      {
        ruleId: 'link-text',
        ruleIndex: 0,
        level: 'error',
        message: { text: '“click here” does not say where it goes.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'pages/education/moving%20here.md' },
              region: { startLine: 12, startColumn: 3, endLine: 12, endColumn: 13 },
            },
          },
        ],
      },
      {
        ruleId: 'title-missing',
        ruleIndex: 1,
        level: 'note',
        message: { text: 'The page has no summary.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'pages/education/moving%20here.md' } } }],
      },
    ])
    expect(exit).toBe(1)
  })
})

describe('progress', () => {
  test('is a bar where the end is known, and fits the terminal', () => {
    expect(barOf({ sentence: 'Building pages', done: 1, total: 2 }, 80)).toBe(
      `[${'█'.repeat(12)}${'░'.repeat(12)}] 1 of 2  Building pages`,
    )
    expect(barOf({ sentence: 'Fetching', done: 5, total: null }, 80)).toBe('Fetching')
    expect(barOf({ sentence: 'Building pages', done: 9, total: 2 }, 30).length).toBeLessThan(30)
  })
})

test.each([
  ['30d', 30],
  ['6w', 42],
  ['0d', 0],
])('%s is %i days', (text, days) => {
  expect(daysIn(text)).toBe(days)
})
