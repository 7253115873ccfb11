import type { z } from 'zod'
import { pageFieldsSchema, serviceFieldsSchema } from '../fields.ts'
import { pageIdSchema, type WorkspacePath } from '../ids.ts'
import { parseBody } from '../markdown/parse.ts'
import type { Entry, FieldTrouble } from '../page.ts'
import type { Places } from '../place.ts'
import { derivedId } from './derived-id.ts'
import { splitText } from './front-matter.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { type ReadFields, readFields, readPlainFields } from './read-fields.ts'
import { readYaml } from './yaml.ts'

/** A file of the workspace as an entry, with what is needed to say where in the file something stands. */
export interface ParsedEntry {
  entry: Entry
  /** The body as it is in the file. */
  body: string
  /** Offsets of the document's nodes in `body`. */
  places: Places
  /** Where the body starts in the file, in UTF-16 units. */
  bodyOffset: number
  /** The line, from 1, on which the body starts. */
  bodyLine: number
}

/**
 * In UTF-16 units: about 50,000 words, a whole book. Reading Markdown takes longer than in proportion to its length, so a
 * longer file would stop everything else for many seconds.
 */
export const mostEntryLength = 300_000
/** In bytes: a larger file cannot be short enough to be a page, whatever its letters. */
export const largestEntryFile = 1_000_000
export const mostFrontMatterLength = 200_000

/** `pages/<section>/<slug>.md` or `services/<slug>.md` and its text. Never fails: what is wrong is in `entry.trouble`. */
export function parseEntry(path: WorkspacePath, text: string): ParsedEntry {
  const unreadable = whyUnreadable(text)
  const split = splitText(unreadable ? '' : text)
  const details = readDetails(split.yaml, shapeFor(path))
  const trouble: FieldTrouble[] = [...(unreadable ? [unreadable] : []), ...details.trouble]
  if (split.unclosed) {
    const sentence = 'The details at the top of this page start with a line of three dashes and do not end with one.'
    trouble.push({ field: 'file', sentence, line: 1 })
  }
  const id = pageIdSchema.safeParse(details.values.id)
  if (!id.success) {
    const has = details.trouble.some(({ field }) => field === 'id' || field === 'file')
    const sentence = 'This page has no id of its own yet, so Signpost made one from its address.'
    if (!has) trouble.push({ field: 'id', sentence, line: 1 })
  }
  const values = { ...details.values, id: id.success ? id.data : derivedId(path) }
  const { doc, places } = parseBody(split.body)
  const { body, bodyOffset, bodyLine } = split
  return { entry: entryOf(path, values, doc, trouble), body, places, bodyOffset, bodyLine }
}

export function isServicePath(path: string): boolean {
  return path.startsWith('services/')
}

function shapeFor(path: string): Record<string, z.ZodType> {
  return isServicePath(path) ? serviceFieldsSchema.shape : pageFieldsSchema.shape
}

/** The fields that front matter says, and what is wrong with it. `yaml` starts on the file's second line. */
export function readDetails(yaml: string | null, shape: Record<string, z.ZodType>): ReadFields {
  const plain = readPlainYaml(yaml ?? '')
  return plain ? readPlainFields(plain, shape, 2) : readAnyDetails(yaml ?? '', shape)
}

/** The same by the library alone. */
export function readAnyDetails(yaml: string, shape: Record<string, z.ZodType>): ReadFields {
  const read = readYaml(yaml, mostFrontMatterLength)
  if (read.kind === 'yaml') return readFields(read, shape, 2)
  const line = read.line + 1
  const sentence = `The details at the top of this page could not be read, because of line ${line}: ${read.reason}. Its words are all here.`
  return { values: salvaged(yaml), trouble: [{ field: 'file', sentence, line }] }
}

/** The id of a page is found even among details that cannot be read: links to the page rest on it. */
function salvaged(yaml: string): Record<string, unknown> {
  const id = /^id:[\t ]*["']?([0-9A-Z]{26})["']?[\t ]*\r?$/m.exec(yaml)?.[1]
  return pageIdSchema.safeParse(id).success ? { id } : {}
}

/** A sentence for a text that is no page at all, or null. */
export function whyUnreadable(text: string): FieldTrouble | null {
  if (text.length > mostEntryLength) {
    return { field: 'file', sentence: 'This file is too long for one page, so Signpost did not open it.', line: 1 }
  }
  if (!text.includes('\0')) return null
  return { field: 'file', sentence: 'This file is not text, so Signpost did not open it.', line: 1 }
}

function entryOf(
  path: WorkspacePath,
  values: Record<string, unknown>,
  doc: Entry['doc'],
  trouble: FieldTrouble[],
): Entry {
  const parts = path.replace(/\.md$/, '').split('/')
  const slug = parts.at(-1) ?? ''
  if (isServicePath(path))
    return { kind: 'service', path, slug, fields: serviceFieldsSchema.parse(values), doc, trouble }
  const section = parts.length > 2 ? (parts[1] ?? '') : ''
  return { kind: 'page', path, section, slug, fields: pageFieldsSchema.parse(values), doc, trouble }
}
