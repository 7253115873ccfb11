import type { IsoDate } from '../content/ids.ts'
import { type Refusal, refuse } from '../outcome.ts'
import type { Alike } from './alike.ts'
import { alikeAmong } from './alike-among.ts'
import {
  type Channel,
  type Details,
  detailsSchema,
  type FamilyComment,
  firstDay,
  longestWords,
  type Sender,
} from './comment.ts'
import { dayIn } from './day-in.ts'

/** Comments out of the rows of a spreadsheet. Nothing is written here: this is what the preview shows. */

export interface CommentRow {
  /** As the spreadsheet counts, its headings being row 1. */
  row: number
  /** What would be logged; null where `trouble` stands in the way. */
  details: Details | null
  /** One sentence each. */
  trouble: string[]
  /** The comment or the row that this one is the same as. */
  same: { how: Alike; received: string; row: number | null } | null
}

export interface CommentSheet {
  kind: 'sheet'
  rows: CommentRow[]
  /** Columns that nothing was taken from, by their headings. */
  unused: string[]
}

export interface SheetFacts {
  today: IsoDate
  /** Titles of pages and services in small letters, and their ids. */
  titles: ReadonlyMap<string, Details['pages'][number]>
  /** Titles and names of sections in small letters, and their names. */
  sections: ReadonlyMap<string, string>
  known: readonly FamilyComment[]
}

type Column = 'words' | 'received' | 'channel' | 'from' | 'theme' | 'pages' | 'sections' | 'reference' | 'summary'

const headings: Readonly<Record<Column, readonly string[]>> = {
  words: ['comment', 'comments', 'words', 'feedback', 'what they said', 'what was said', 'response', 'you said'],
  received: ['date', 'received', 'date received', 'day', 'submitted', 'submitted at', 'timestamp', 'start date'],
  channel: ['channel', 'how', 'how it came', 'source', 'route', 'came by'],
  from: ['from', 'who', 'who said it', 'role', 'i am a'],
  theme: ['theme', 'topic', 'category', 'subject'],
  pages: ['page', 'pages', 'about', 'page or service', 'service', 'services'],
  sections: ['section', 'sections', 'area'],
  reference: ['reference', 'ref', 'id', 'respondent id', 'response id', 'number'],
  summary: ['summary', 'is a summary', 'summarised'],
}

const channelWords: Readonly<Record<Channel, readonly string[]>> = {
  email: ['email', 'e-mail', 'mail'],
  telephone: ['telephone', 'phone', 'call', 'phone call', 'tel'],
  event: ['event', 'meeting', 'drop in', 'drop-in', 'coffee morning', 'forum', 'workshop', 'focus group'],
  survey: ['survey', 'form', 'web form', 'website', 'online form', 'questionnaire'],
  social: ['social', 'social media', 'facebook', 'instagram', 'x', 'twitter'],
  letter: ['letter', 'post', 'card'],
  other: ['other', ''],
}

const senderWords: Readonly<Record<Sender, readonly string[]>> = {
  'parent-carer': [
    'parent',
    'carer',
    'parent carer',
    'parent or carer',
    'parent/carer',
    'parent-carer',
    'family',
    'mother',
    'father',
    'grandparent',
    'foster carer',
  ],
  'young-person': ['young person', 'young-person', 'child', 'child or young person', 'student', 'pupil'],
  professional: ['professional', 'practitioner', 'school', 'teacher', 'senco', 'health professional', 'social worker'],
  unknown: ['unknown', 'not known', 'other', ''],
}

const mostRows = 5000

/** `rows` are the cells of each line of the file, the headings first. */
export function commentsFromRows(rows: readonly (readonly string[])[], facts: SheetFacts): CommentSheet | Refusal {
  const at = rowOfHeadings(rows)
  const [top = [], ...lines] = rows.slice(at)
  const columns = columnsOf(top)
  const seen = top.map(cell => cell.trim()).filter(cell => cell !== '')
  if (!columns.has('words') || !columns.has('received')) return wrongShape(columns, seen)
  if (lines.length > mostRows) {
    return refuse(
      'too-many-rows',
      `There are ${lines.length.toLocaleString('en-GB')} rows in this file, and ${mostRows.toLocaleString('en-GB')} can be brought in at once. Nothing was brought in.`,
      'Split the file into smaller ones.',
    )
  }
  const said = lines.flatMap((cells, below) => {
    if (cells.every(cell => cell.trim() === '')) return []
    return [{ row: at + below + 2, ...detailsOf(column => (cells[columns.get(column) ?? -1] ?? '').trim(), facts) }]
  })
  const same = alikeAmong(
    facts.known,
    said.map(({ details }) => details),
  )
  const read = said.map((each, at): CommentRow => {
    const found = same[at] ?? null
    const above = found?.among === 'rows' ? said[found.at] : undefined
    const received = above?.details?.received ?? facts.known[found?.at ?? -1]?.received
    return {
      ...each,
      same: found === null || received === undefined ? null : { how: found.how, received, row: above?.row ?? null },
    }
  })
  const used = new Set(columns.values())
  const unused = top.flatMap((cell, at) => (used.has(at) || cell.trim() === '' ? [] : [cell.trim()]))
  return { kind: 'sheet', rows: read, unused }
}

/** A survey's own name may stand above the headings. */
const mostAbove = 20

function rowOfHeadings(rows: readonly (readonly string[])[]): number {
  const found = rows.slice(0, mostAbove).findIndex(cells => {
    const columns = columnsOf(cells)
    return columns.has('words') && columns.has('received')
  })
  return Math.max(found, 0)
}

/** Each column by its heading; the first of two with one meaning counts. */
function columnsOf(top: readonly string[]): ReadonlyMap<Column, number> {
  const plain = top.map(cell =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[?:*]+$/, ''),
  )
  const named = Object.entries(headings) as [Column, readonly string[]][]
  return new Map(
    named.flatMap(([column, names]): [Column, number][] => {
      const at = plain.findIndex(cell => names.includes(cell))
      return at < 0 ? [] : [[column, at]]
    }),
  )
}

function wrongShape(columns: ReadonlyMap<Column, number>, seen: readonly string[]): Refusal {
  const missing = [columns.has('words') ? [] : ['“Comment”'], columns.has('received') ? [] : ['“Date”']].flat()
  const has = seen.length === 0 ? 'Its first row is empty.' : `Its first row says ${quoted(seen)}.`
  return refuse(
    'wrong-shape',
    `This file has no column called ${missing.join(' and none called ')}. ${has} Nothing was brought in.`,
    'Give the first row the headings Date, Comment and, if you have them, How it came, Who said it, Theme, Page, Section and Reference, save the file as CSV, then choose it again.',
  )
}

const quoted = (names: readonly string[]) =>
  `${names
    .slice(0, 6)
    .map(name => `“${name.slice(0, 40)}”`)
    .join(', ')}${names.length > 6 ? ' and more' : ''}`

function detailsOf(
  cell: (column: Column) => string,
  { today, titles, sections }: SheetFacts,
): { details: Details | null; trouble: string[] } {
  const trouble: string[] = []
  const said = cell('words')
  if (said === '') trouble.push('There is no comment in this row.')
  if (said.length > longestWords)
    trouble.push(
      `The comment is longer than ${longestWords.toLocaleString('en-GB')} characters. Write a summary of it.`,
    )
  const received = dayIn(cell('received'))
  if (received === null)
    trouble.push(
      cell('received') === ''
        ? 'There is no date in this row.'
        : `“${cell('received').slice(0, 40)}” is no day that Signpost can read. Write it as 3 October 2026.`,
    )
  else if (received > today) trouble.push(`The day it came, ${received}, has not come yet.`)
  else if (received < firstDay) trouble.push(`The day it came, ${received}, is before there were Local Offers.`)
  const channel = meant(channelWords, cell('channel'))
  if (channel === null)
    trouble.push(
      `“${cell('channel').slice(0, 40)}” is no way that Signpost knows. Write ${Object.keys(channelWords).join(', ')}.`,
    )
  // What is not understood here takes nothing from the comment: it can be said in the window.
  const from = meant(senderWords, cell('from')) ?? 'unknown'
  const pages = listIn(cell('pages')).flatMap(title => titles.get(title) ?? [])
  const named = listIn(cell('sections')).flatMap(title => sections.get(title) ?? [])
  if (trouble.length > 0 || received === null) return { details: null, trouble }
  const details = detailsSchema.safeParse({
    received,
    channel,
    from,
    words: said,
    summary: /^(?:y|yes|true|1)$/i.test(cell('summary')),
    theme: cell('theme').slice(0, 100),
    pages: [...new Set(pages)].slice(0, 50),
    sections: [...new Set(named)].slice(0, 20),
    reference: cell('reference').slice(0, 100),
  })
  return details.success ? { details: details.data, trouble } : { details: null, trouble: ['This row cannot be read.'] }
}

function meant<T extends string>(names: Readonly<Record<T, readonly string[]>>, said: string): T | null {
  const plain = said.trim().toLowerCase()
  const [found] = (Object.entries(names) as [T, readonly string[]][]).filter(([, words]) => words.includes(plain))
  return found?.[0] ?? null
}

const listIn = (cell: string) =>
  cell
    .split(/[;\n|]/)
    .map(part => part.trim().toLowerCase())
    .filter(part => part !== '')
