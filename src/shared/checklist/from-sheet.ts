import { slugify } from '../content/headings.ts'
import { type Refusal, refuse } from '../outcome.ts'
import { type ListFile, requirementIdSchema } from './list-file.ts'
import type { Checklist } from './schema.ts'

/** The team's own template out of the rows of a spreadsheet. Nothing is written here: this is what the preview shows. */

export const sheetColumns = ['text', 'id', 'section', 'refs', 'ages', 'kind'] as const
export type SheetColumn = (typeof sheetColumns)[number]

export interface ListSheet {
  kind: 'sheet'
  /** Which column means what, by its heading; null where the file has none. */
  columns: Record<SheetColumn, string | null>
  /** All headings, to choose from. */
  headings: string[]
  rows: { row: number; id: string; section: string; text: string; trouble: string[] }[]
  list: ListFile
  /** Former ids that are not in this file, with where their tags go: null has to be asked. */
  gone: { id: string; text: string; to: string | null }[]
}

const headingWords: Readonly<Record<SheetColumn, readonly string[]>> = {
  text: ['requirement', 'requirements', 'question', 'criteria', 'criterion', 'description', 'what', 'item', 'standard'],
  id: ['id', 'ref', 'reference', 'number', 'no', 'no.', '#', 'code'],
  section: ['strand', 'section', 'area', 'theme', 'heading', 'category', 'topic'],
  refs: ['law', 'statutory', 'code of practice', 'regulation', 'legal reference', 'statutory reference', 'cop'],
  ages: ['age', 'ages', 'age range'],
  kind: ['kind', 'type', 'how met', 'met by'],
}

const kindWords: Readonly<Record<string, ListFile['added'][string]['kind']>> = {
  content: 'content',
  page: 'content',
  pages: 'content',
  'whole offer': 'whole-offer',
  'whole-offer': 'whole-offer',
  site: 'whole-offer',
  process: 'process',
  evidence: 'process',
}

const mostRows = 1000
const longest = 2000

export interface SheetWish {
  title: string
  version: string
  /** Headings that somebody chose instead of what was guessed. */
  columns: Partial<Record<SheetColumn, string | null>>
}

/** `rows` are the cells of each line, the headings first; `former` is the list of the same name that the team has. */
export function listFromRows(
  rows: readonly (readonly string[])[],
  wish: SheetWish,
  former: Checklist | null,
): ListSheet | Refusal {
  const at = rowOfHeadings(rows)
  const top = (rows[at] ?? []).map(cell => cell.trim())
  if (at < 0) return wrongShape('No row of it has more than one cell with words.')
  const columns = columnsOf(top, wish.columns)
  const place = (column: SheetColumn) => (columns[column] === null ? -1 : top.indexOf(columns[column]))
  if (place('text') < 0) return wrongShape(`Its headings are ${top.filter(Boolean).map(quoted).join(', ')}.`)
  const lines = rows.slice(at + 1)
  if (lines.length > mostRows) {
    return refuse(
      'too-many-rows',
      `There are ${lines.length.toLocaleString('en-GB')} rows in this file, and a checklist can have ${mostRows.toLocaleString('en-GB')}. Nothing was brought in.`,
      'Take out what is no requirement, then choose the file again.',
    )
  }
  const id = slugify(wish.title) || 'our-checklist'
  const read = readLines(lines, at + 2, place, id)
  const good = read.filter(({ trouble }) => trouble.length === 0)
  if (good.length === 0) return wrongShape('None of its rows has a requirement that can be taken.')
  const gone = goneFrom(former, good)
  return {
    kind: 'sheet',
    columns,
    headings: top.filter(Boolean),
    rows: read.map(({ row, id: own, section, text, trouble }) => ({ row, id: own, section, text, trouble })),
    list: {
      id,
      title: wish.title.trim(),
      version: wish.version.trim(),
      status: 'The team’s own template, brought in from a spreadsheet.',
      sections: Object.fromEntries(good.map(({ section }) => [slugify(section) || 'all', section || 'All'])),
      added: Object.fromEntries(
        good.map(({ id: own, section, text, refs, ages, kind }) => [
          own,
          { section: slugify(section) || 'all', text, kind, area: 'other', ageRange: ages, refs, same: [] },
        ]),
      ),
      reworded: {},
      gaps: {},
      off: {},
      moved: Object.fromEntries(gone.flatMap(({ id: from, to }) => (to === null ? [] : [[from, to]]))),
      gone: Object.fromEntries(gone.flatMap(({ id: from, text, to }) => (to === null ? [[from, text]] : []))),
    },
    gone,
  }
}

/** Above the headings a template may have its own name, its version and who it is for. */
const mostAbove = 30

/** The row that names the requirements' column outright, else one that names it among other words, else the first of a table. */
function rowOfHeadings(rows: readonly (readonly string[])[]): number {
  const tables = rows
    .slice(0, mostAbove)
    .map(cells => (cells.filter(cell => cell.trim() !== '').length > 1 ? cells : []))
  const named = tables.map(cells =>
    columnsOf(
      cells.map(cell => cell.trim()),
      {},
    ),
  )
  const outright = named.findIndex(({ text }) => text !== null && headingWords.text.includes(plainHeading(text)))
  const among = named.findIndex(({ text, id, section }) => text !== null && (id !== null || section !== null))
  const first = rows.findIndex(cells => cells.filter(cell => cell.trim() !== '').length > 1)
  return [outright, among].find(found => found >= 0) ?? first
}

const plainHeading = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[?:*]+$/, '')
    .trim()

const quoted = (text: string) => `“${text.slice(0, 40)}”`

function wrongShape(why: string): Refusal {
  return refuse(
    'wrong-shape',
    `This is no checklist that Signpost can read. ${why} Nothing was brought in.`,
    'Give one row the headings Number, Strand, Requirement and, if you have them, Law, Ages and Kind, with one requirement in each row under it. Then choose the file again.',
  )
}

function columnsOf(top: readonly string[], chosen: SheetWish['columns']): ListSheet['columns'] {
  const find = (column: SheetColumn): string | null => {
    const own = chosen[column]
    if (own !== undefined) return own !== null && top.includes(own) ? own : null
    return (
      top.find(heading => headingWords[column].includes(plainHeading(heading))) ??
      top.find(heading => headingWords[column].some(word => word.length > 3 && plainHeading(heading).includes(word))) ??
      null
    )
  }
  const [text, id, section] = [find('text'), find('id'), find('section')]
  return { text, id, section, refs: find('refs'), ages: find('ages'), kind: find('kind') }
}

interface Line {
  row: number
  id: string
  section: string
  text: string
  refs: string[]
  ages: string
  kind: ListFile['added'][string]['kind']
  trouble: string[]
}

function readLines(
  lines: readonly (readonly string[])[],
  firstRow: number,
  place: (column: SheetColumn) => number,
  list: string,
): Line[] {
  const taken = new Map<string, number>()
  let above = ''
  return lines.flatMap((cells, at): Line[] => {
    const cell = (column: SheetColumn) => (cells[place(column)] ?? '').replace(/\s+/g, ' ').trim()
    if (cells.every(each => each.trim() === '')) return []
    const row = firstRow + at
    // A cell that spans several rows has its words in the first of them alone.
    const section = cell('section') || above
    above = section
    const text = cell('text')
    const trouble: string[] = []
    if (text === '')
      trouble.push(
        'There is no requirement in this row; cells that were merged count in their first row alone, and a formula only once it was worked out.',
      )
    if (text.length > longest)
      trouble.push(`The requirement is longer than ${longest.toLocaleString('en-GB')} characters.`)
    if (/^[=+@]/.test(text)) trouble.push('It begins like a formula. Put the words themselves into the cell.')
    const id = cell('id') === '' ? `${list.toUpperCase()}-${row}` : cell('id').replaceAll(' ', '-')
    const twice = taken.get(id.toLowerCase())
    if (!requirementIdSchema.safeParse(id).success)
      trouble.push(`${quoted(id)} can be no number of a requirement: use letters, digits, dots and dashes.`)
    else if (twice !== undefined) trouble.push(`${quoted(id)} is the number of row ${twice} already.`)
    else taken.set(id.toLowerCase(), row)
    const ages = /(\d{1,2})\D+(\d{1,2})/.exec(cell('ages'))
    const kind = cell('kind').toLowerCase()
    if (kind !== '' && kindWords[kind] === undefined)
      trouble.push(`${quoted(kind)} is no kind: write page, site or process.`)
    const refs = cell('refs')
      .split(/[;\n]/)
      .map(each => each.trim().slice(0, 200))
      .filter(Boolean)
    return [
      {
        row,
        id,
        section,
        text,
        refs,
        ages: ages ? `${ages[1]}-${ages[2]}` : '0-25',
        kind: kindWords[kind] ?? 'content',
        trouble,
      },
    ]
  })
}

/** Former requirements that are not here by number: what says the same words takes their tags, anything else is asked. */
function goneFrom(former: Checklist | null, good: readonly Line[]): ListSheet['gone'] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim()
  const byWords = new Map(good.map(({ id, text }) => [plain(text), id]))
  const ids = new Set(good.map(({ id }) => id))
  return (former?.sections ?? [])
    .flatMap(({ requirements }) => requirements)
    .filter(({ id }) => !ids.has(id))
    .map(({ id, text }) => ({ id, text, to: byWords.get(plain(text)) ?? null }))
}
