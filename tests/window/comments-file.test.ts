import { expect, test } from 'vitest'
import { lookForNames, nothingSeen, type RecognisedIn } from '../../src/renderer/families/look-for-names.ts'
import { recognisedTold } from '../../src/renderer/families/recognised-told.ts'
import { sheetInWords } from '../../src/renderer/families/sheet-words.ts'
import type { SheetRow } from '../../src/shared/contract/index.ts'
import { commentsFromRows, whoCanBeRecognised } from '../../src/shared/feedback/index.ts'
import { refuse } from '../../src/shared/outcome.ts'

/** The rows of a survey of so many answers, of which some name somebody, are no comment, or come twice. */
function survey(many: number): { rows: readonly SheetRow[]; unused: readonly string[] } {
  const answers = Array.from({ length: many }, (_, at) => ['2026-05-04', words(at), 'blue'])
  const read = commentsFromRows([['Date', 'Comment', 'Colour'], ...answers], {
    today: '2026-11-22' as never,
    titles: new Map(),
    sections: new Map(),
    known: [],
  })
  if ('sentence' in read) throw new Error(read.sentence)
  return read
}

const subjects = ['travel', 'short breaks', 'therapies', 'college', 'benefits', 'sleep', 'wheelchairs']
/** Rows count from two, as the first of the file has the headings. */
const words = (at: number) =>
  ({ 3: '', 260: 'Ring me on 01632 960123 please.', 600: 'Write to parent@example.org then.' })[at] ??
  `${subjects[at % 7]} ${[at, (at * 7919) % 104_729, (at * 104_729) % 7919].map(lettered).join(' ')}`
/** No digits, which could be those of a telephone. */
const lettered = (number: number) => [...String(number)].map(digit => 'abcdefghij'[Number(digit)]).join('')

const recognise = (texts: readonly string[]) => texts.map(text => whoCanBeRecognised(text, { notNames: new Set() }))

async function looked(
  rows: readonly SheetRow[],
  { failing = Number.POSITIVE_INFINITY, leftAfter = Number.POSITIVE_INFINITY } = {},
) {
  const [told, asked]: [RecognisedIn[], number[]] = [[], []]
  const answer = async ({ texts }: { texts: string[] }) => {
    asked.push(texts.length)
    return asked.length === failing ? refuse('gone', 'Signpost does not answer.', 'Try again.') : recognise(texts)
  }
  await lookForNames(rows, answer, { tell: seen => told.push(seen), isLeft: () => asked.length > leftAfter })
  return { told, asked }
}

test('names are looked for piece by piece, each row under its own number, and what was found stays', async () => {
  const { rows } = survey(620)
  const { told, asked } = await looked(rows)
  expect(asked).toEqual([250, 250, 120])
  expect(told.map(({ looked }) => looked)).toEqual([250, 500, 620])
  const inWhich = ({ found }: RecognisedIn) => [...found].flatMap(([row, each]) => (each.length > 0 ? [row] : []))
  expect(told.map(inWhich)).toEqual([[], [262], [262, 602]])
})

test('where it cannot go on, what was found stands, and it says so', async () => {
  const { rows } = survey(620)
  const { told } = await looked(rows, { failing: 3 })
  const last = told.at(-1)
  expect([last?.looked, last?.found.get(262)?.length]).toEqual([null, 1])
  expect(recognisedTold(rows.length, last ?? nothingSeen)).toMatch(/could not look in all rows/)
})

test('nothing more is asked or told once somebody left', async () => {
  const { told, asked } = await looked(survey(620).rows, { leftAfter: 1 })
  expect([told.length, asked.length]).toEqual([1, 2])
})

test('a file is told in a few sentences: what cannot come in and where somebody may be recognised, by their rows', async () => {
  const sheet = survey(620)
  const { told } = await looked(sheet.rows)
  expect(sheetInWords('survey.csv', sheet)).toEqual([
    '620 rows in “survey.csv”: 619 comments can be brought in, and row 5 cannot.',
    'Not taken in, because Signpost has no place for them: Colour.',
  ])
  expect(told.map(seen => recognisedTold(sheet.rows.length, seen))).toEqual([
    '',
    '',
    'Somebody may be recognised in rows 262 and 602. The words that may tell who stand there.',
  ])
})

test('what is in the list already is told apart from what the file says twice', () => {
  const [row] = survey(1).rows
  if (row === undefined) throw new Error('there is a row')
  const same = (at: number | null) => ({ received: '2026-05-04' as never, how: 'same-words' as const, row: at })
  const rows = [
    { ...row, row: 2 },
    { ...row, row: 3, same: same(null) },
    { ...row, row: 4, same: same(2) },
    { ...row, row: 5, same: same(2) },
    ...Array.from({ length: 8 }, (_, at) => ({ ...row, row: 6 + at, details: null, trouble: ['No day.'] })),
  ]
  expect(sheetInWords('survey.csv', { rows, unused: [] })).toEqual([
    '12 rows in “survey.csv”: 4 comments can be brought in, and rows 6, 7, 8, 9, 10 and 3 more cannot.',
    '1 comment may be here already and will be left, unless you choose it.',
    '2 comments are much like an earlier row of the file and will be left, unless you choose them.',
  ])
})
