import { describe, expect, test } from 'vitest'
import { csvRows } from '../../src/main/import/index.ts'
import { isoDateSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { type CommentSheet, commentSchema, commentsFromRows } from '../../src/shared/feedback/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'

const travel = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F0A')
const known = commentSchema.parse({
  id: '01K9ZQ4T8MJ5W3XB7C2D6E8F0B',
  received: '2026-10-01',
  channel: 'survey',
  words: 'The drop-in was good.',
  reference: 'S-1',
})

function read(text: string | Uint8Array): CommentSheet | Refusal {
  const rows = csvRows(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  return isRefusal(rows)
    ? rows
    : commentsFromRows(rows.rows, {
        today: isoDateSchema.parse('2026-11-22'),
        titles: new Map([['travel to school', travel]]),
        sections: new Map([['education', 'education']]),
        known: [known],
      })
}
function sheet(text: string | Uint8Array): CommentSheet {
  const found = read(text)
  if (isRefusal(found)) throw new Error(found.sentence)
  return found
}
const words = (text: string | Uint8Array) => sheet(text).rows.map(row => row.details?.words ?? row.trouble.join(' '))

describe('comments out of a spreadsheet', () => {
  test('take what each column says, whatever the team calls it', () => {
    const [row] = sheet(
      'Submitted,What they said,How,Role,Topic,Page,Area,Respondent ID\n3 October 2026,"Long, and\nover two lines",Phone,Carer,Travel,Travel to school; Not a page,Education,S-9\n',
    ).rows
    expect(row?.details).toEqual({
      received: '2026-10-03',
      words: 'Long, and\nover two lines',
      channel: 'telephone',
      from: 'parent-carer',
      summary: false,
      theme: 'Travel',
      pages: [travel],
      sections: ['education'],
      owner: '',
      reference: 'S-9',
    })
  })

  test.each([
    ['2026-10-03', '2026-10-03'],
    ['03/10/2026', '2026-10-03'],
    ['3.10.2026 14:02', '2026-10-03'],
    ['2026-10-03T09:00:00Z', '2026-10-03'],
    ['Saturday 3 October 2026', '2026-10-03'],
  ])('read a day as “%s”', (written, day) => {
    expect(sheet(`Date,Comment\n${written},Words\n`).rows[0]?.details?.received).toBe(day)
  })

  test('tell by row what cannot be read, and bring in the rest', () => {
    const rows = sheet(
      'Date,Comment,How\n,No day,\n2026-10-03,,\n31/02/2026,No such day,\n2027-01-01,Not yet,\n2026-10-03,By owl,owl\n\n2026-10-03,Fine,email\n3/10/1926,A slip,\n',
    ).rows
    expect(rows.map(({ row, trouble }) => [row, ...trouble])).toEqual([
      [2, 'There is no date in this row.'],
      [3, 'There is no comment in this row.'],
      [4, '“31/02/2026” is no day that Signpost can read. Write it as 3 October 2026.'],
      [5, 'The day it came, 2027-01-01, has not come yet.'],
      [6, '“owl” is no way that Signpost knows. Write email, telephone, event, survey, social, letter, other.'],
      [8],
      [9, 'The day it came, 1926-10-03, is before there were Local Offers.'],
    ])
  })

  test('find those that are here already, and those that stand twice in the file', () => {
    const { rows } = sheet(
      'Date,Comment,Reference\n2026-10-02,Other words,S-1\n2026-10-02,The drop-in was good.,\n2026-10-02,New,S-3\n2026-10-02,new!,\n',
    )
    expect(rows.map(({ same }) => same && [same.how, same.row])).toEqual([
      ['same-reference', null],
      ['same-words', null],
      null,
      ['same-words', 4],
    ])
  })

  test('have their headings under whatever a survey says of itself first, and rows as the spreadsheet counts them', () => {
    const { rows } = sheet('Survey; autumn, all schools\n\nDate;Comment\n2026-10-03;One, two, three\n')
    expect(rows.map(({ row, details }) => [row, details?.words])).toEqual([[4, 'One, two, three']])
  })

  test.each([
    ['semicolons', new TextEncoder().encode('Date;Comment\n2026-10-03;Café\n')],
    ['tabs', new TextEncoder().encode('Date\tComment\n2026-10-03\tCafé\n')],
    ['a byte order mark', new TextEncoder().encode('\ufeffDate,Comment\r\n2026-10-03,Café\r\n')],
    ['the code page of Windows', Buffer.from('Date,Comment\n2026-10-03,Caf\u00e9\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffDate\tComment\r\n2026-10-03\tCafé\r\n', 'utf16le')],
  ])('are read with %s', (_, bytes) => {
    expect(words(bytes)).toEqual(['Café'])
  })

  test('name the columns that were not taken', () => {
    expect(sheet('Date,Comment,Shoe size\n2026-10-03,Words,38\n').unused).toEqual(['Shoe size'])
  })

  test.each([
    [
      'a file of another shape',
      'Name,Email\nA,b\n',
      'wrong-shape',
      'no column called “Comment” and none called “Date”. Its first row says “Name”, “Email”.',
    ],
    ['a file with no heading row', '2026-10-03,Words\n', 'wrong-shape', 'Its first row says “2026-10-03”, “Words”.'],
    ['an empty file', '', 'no-table', 'The file is empty.'],
    ['a workbook under another name', 'PK\u0003\u0004', 'no-table', 'an Excel or Word file'],
    [
      'a row without an end',
      `Date,Comment\n2026-10-03,${'a'.repeat(200_001)}\n`,
      'no-table',
      'longer than 200,000 characters',
    ],
    ['a quotation that never ends', 'Date,Comment\n2026-10-03,"Words\n', 'no-table', 'quotation mark at its start'],
  ])('refuse %s, and say what to do', (_, text, code, part) => {
    const refused = read(text)
    if (!isRefusal(refused)) throw new Error('it was taken')
    expect(refused.code).toBe(code)
    expect(refused.sentence).toContain(part)
    expect(refused.nextStep).not.toBe('')
  })
})
