import { type ContentHash, type Entry, type IsoDate, isoDateSchema, parseRecord } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { inForce, lastCheck, type ReviewRecord, reviewRecordSchema } from '../../shared/review/index.ts'
import type { Oid } from '../git/index.ts'
import type { Versioned } from './planned.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * “Still accurate” changes no word of a page, so it needs no approval; but families read its day. The record itself goes
 * live beside the page, and with it the live version alone says what the site says, on any computer and at any time.
 */

/** What people said about pages, by the page's id. */
export type Records = ReadonlyMap<string, readonly ReviewRecord[]>

/** The records of files by the name of their content, null for what is none. */
export type CheckCache = Map<Oid, ReviewRecord | null>

export interface ChecksAsked {
  /** What families will see. */
  after: readonly Versioned[]
  /** The words that the team has now, by id. */
  onDesk: Pick<ReadonlyMap<string, ContentHash>, 'get'>
  records: Records
  desk: SiteFiles
  live: SiteFiles
  today: string
}

/** The record of each page that makes its last check later than the page itself says, with the version it is in. */
export function checkFiles({ after, onDesk, records, desk, live, today }: ChecksAsked): Map<string, SiteFiles> {
  const files = new Map<string, SiteFiles>()
  for (const { entry, hash } of after) {
    const { id } = entry.fields
    const said = records.get(id)
    if (said === undefined) {
      // Nobody can say what became of a page whose file cannot be read: it stays as it is, and so does its day.
      for (const path of checksIn(live.names).get(id) ?? []) files.set(path, live)
      continue
    }
    if (!said.some(({ kind }) => kind === 'accurate')) continue
    // Whoever looked at a draft has said nothing about the words that families still see.
    const counted = inForce(said).filter(
      record =>
        record.kind === 'accurate' &&
        (hash === onDesk.get(id) || record.hash === hash || live.names.has(pathOf(record))),
    )
    const check = lastCheck(entry.fields.review, counted, isoDateSchema.parse(today))
    const makesADifference = check.day !== dayOf(entry, new Map(), today)
    if (check.said === null || !makesADifference) continue
    const path = pathOf(check.said)
    if (desk.names.has(path)) files.set(path, desk)
  }
  return files
}

/** The paths of what is said of each page in these; a version has one list of its files. */
const knownChecks = new WeakMap<SiteFiles['names'], ReadonlyMap<string, string[]>>()

function checksIn(names: SiteFiles['names']): ReadonlyMap<string, string[]> {
  const known = knownChecks.get(names) ?? Map.groupBy([...names.keys()].filter(isCheck), pageOf)
  knownChecks.set(names, known)
  return known
}

/** The day that families read under a page, on this day. */
export function dayOf({ fields }: Entry, checks: Records, today: string): IsoDate | null {
  return lastCheck(fields.review, checks.get(fields.id) ?? [], isoDateSchema.parse(today)).day
}

/** What a version's files say about its pages. One that cannot be read, or that is of another page, says nothing. */
export async function readChecks(files: SiteFiles, cache: CheckCache): Promise<Records> {
  const found: ReviewRecord[] = []
  for (const [path, oid] of files.names) {
    if (!isCheck(path)) continue
    const known = cache.get(oid)
    const record = known === undefined ? recordIn(await files.read(path)) : known
    cache.set(oid, record)
    if (record !== null && pathOf(record) === path) found.push(record)
  }
  return Map.groupBy(found, record => record.page)
}

function recordIn(bytes: Uint8Array): ReviewRecord | null {
  const read = parseRecord(new TextDecoder().decode(bytes), reviewRecordSchema)
  return isRefusal(read) ? null : read
}

export const isCheck = (path: string): boolean =>
  path.startsWith('reviews/') && /^reviews\/[^/]+\/[^/]+\.yml$/.test(path)

const pageOf = (path: string): string => path.split('/')[1] ?? ''

function pathOf({ page, id }: ReviewRecord): string {
  return `reviews/${page}/${id}.yml`
}
