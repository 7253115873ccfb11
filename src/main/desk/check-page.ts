import {
  type CheckFacts,
  judge,
  type Problem,
  type SeenOfEntry,
  seenOfEntry,
  type Terms,
} from '../../shared/checks/index.ts'
import { type Entry, type ParsedEntry, parseBody, parseEntry, splitText } from '../../shared/content/index.ts'
import type { FileReport } from '../command-line/index.ts'
import { reportOf } from './check-report.ts'
import type { Found } from './parts.ts'

/** A page or a service with its text, and all that the team decided about its problems: what one hand needs to check it. */
export interface PagePiece {
  kind: 'page'
  details: Details
  text: string
  terms: Terms
}

/** The same, for whoever wants to know what is found and not on which lines: to find those is as much work again. */
export interface CountPiece extends Omit<PagePiece, 'kind'> {
  kind: 'count'
}

/** What is known of an entry without reading its words. */
export type Details = Entry extends infer One ? (One extends Entry ? Omit<One, 'doc'> : never) : never

export interface PageChecked {
  kind: 'page-checked'
  report: FileReport
  /** What the rules between the pages have to know of it; null where its details are not what the file says. */
  seen: SeenOfEntry | null
}

export interface PageCounted extends Omit<PageChecked, 'kind' | 'report'> {
  kind: 'page-counted'
  found: Found[]
}

/** `check` finds what is wrong with it, whatever anybody decided. */
export function checkPage(
  { details, text, terms }: PagePiece,
  facts: CheckFacts,
  check: (entry: Entry, facts: CheckFacts) => Problem[],
): PageChecked {
  const parsed = withPlaces(details, text)
  const { entry } = parsed
  const report = reportOf(details.path, text, parsed, judge(check(entry, facts), entry, terms))
  return { kind: 'page-checked', report, seen: seenIn(details, entry) }
}

export function countPage(
  { details, text, terms }: CountPiece,
  facts: CheckFacts,
  check: (entry: Entry, facts: CheckFacts) => Problem[],
): PageCounted {
  const { entry } = withPlaces(details, text)
  const { problems } = judge(check(entry, facts), entry, terms)
  const found = problems.map(({ rule, severity, message }) => ({ rule, severity, message }))
  return { kind: 'page-counted', found, seen: seenIn(details, entry) }
}

/** What the workspace gave a page is not seen in its file. */
function seenIn({ trouble }: Details, entry: Entry): SeenOfEntry | null {
  return trouble.length === 0 ? seenOfEntry(entry) : null
}

/** An entry with the places of its words. Its details were read when the workspace was opened, so they need not be again. */
export function withPlaces(
  details: Details,
  text: string,
): Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'> {
  // What the workspace gave a page (an id of its own) is not in its file, and it says so as trouble.
  if (details.trouble.length > 0) return parseEntry(details.path, text)
  const { body, bodyOffset } = splitText(text)
  const { doc, places } = parseBody(body)
  return { entry: { ...details, doc }, body, bodyOffset, places }
}

/** Its words are not asked for: to read them is work. */
export function detailsOf(entry: Entry): Details {
  const { path, slug, trouble } = entry
  return entry.kind === 'page'
    ? { kind: 'page', path, section: entry.section, slug, fields: entry.fields, trouble }
    : { kind: 'service', path, slug, fields: entry.fields, trouble }
}
