import { z } from 'zod'
import {
  type Doc,
  type Entry,
  isServicePath,
  pageFieldsSchema,
  parseBody,
  parseEntry,
  serviceFieldsSchema,
  splitText,
  type WorkspacePath,
  whyUnreadable,
} from '../../shared/content/index.ts'
import type { FactCache } from './fact-cache.ts'
import { asKept } from './hash.ts'
import type { EntryFile } from './read-entries.ts'

/**
 * An entry whose details are read at once, or recalled, and whose words are read when somebody asks for them: a list of a
 * thousand pages needs the details alone.
 */
export function lazyEntry(file: EntryFile, cache: FactCache): Entry {
  return withLazyWords(file, recalled(file, cache) ?? readAndRemember(file, cache))
}

/** The same for a text that is not in the workspace's folder now: an earlier version, or what families see. */
export function entryAt(path: WorkspacePath, text: string): Entry {
  const file = { path, text: asKept(text) }
  return withLazyWords(file, detailsOf(file))
}

type TextAt = Pick<EntryFile, 'path' | 'text'>

function withLazyWords(file: TextAt, details: Entry): Entry {
  const entry = withWords(details, () => parseBody(whyUnreadable(file.text) ? '' : splitText(file.text).body).doc)
  texts.set(entry, file.text)
  return entry
}

/** The same entry with words that are had, once, when somebody first asks for them. Its own are not read for that. */
function withWords(entry: Entry, words: () => Doc): Entry {
  let doc: Doc | undefined
  const lazy = withWay(entry, () => (doc ??= words()))
  waysToWords.set(lazy, () => doc ?? words())
  return lazy
}

function withWay(entry: Entry, get: () => Doc): Entry {
  const { doc: _, ...details } = Object.getOwnPropertyDescriptors(entry)
  return Object.defineProperties(Object.create(null), { ...details, doc: { enumerable: true, get } })
}

/** What the words are read from. */
const texts = new WeakMap<Entry, string>()

/**
 * Whether an entry's words could name a file of the media folder, as far as can be seen without reading them: the folder's
 * name stands there, letter by letter, or with references for some of its letters.
 */
export function couldShowMedia(entry: Entry): boolean {
  const text = texts.get(entry)
  return text === undefined || /media|&/i.test(text)
}

/** Without keeping them where nobody did. */
const waysToWords = new WeakMap<Entry, () => Doc>()

/** The same entry for whoever goes once over very many: words that are read for that are let go when nobody looks at them. */
export function inPassing(entry: Entry): Entry {
  const words = waysToWords.get(entry)
  if (words === undefined) return entry
  let last: WeakRef<Doc> | undefined
  return withWay(entry, () => {
    const known = last?.deref()
    if (known !== undefined) return known
    const doc = words()
    last = new WeakRef(doc)
    return doc
  })
}

/** What the cache holds of an entry. It changes its name with the fields, so that a later Signpost reads files anew. */
const troubleSchema = z.array(z.object({ field: z.string(), sentence: z.string(), line: z.number() }))
const pageDetails = z.object({ fields: pageFieldsSchema, trouble: troubleSchema })
const serviceDetails = z.object({ fields: serviceFieldsSchema, trouble: troubleSchema })
const pageFact = `details 1: ${Object.keys(pageFieldsSchema.shape).join(' ')}`
const serviceFact = `details 1: ${Object.keys(serviceFieldsSchema.shape).join(' ')}`

const noWords: Doc = { type: 'doc', content: [] }

function recalled({ path, hash }: EntryFile, cache: FactCache): Entry | null {
  const parts = path.replace(/\.md$/, '').split('/')
  const slug = parts.at(-1) ?? ''
  if (isServicePath(path)) {
    const details = cache.recall(hash, serviceFact, serviceDetails)
    return details === undefined ? null : { kind: 'service', path, slug, doc: noWords, ...details }
  }
  const details = cache.recall(hash, pageFact, pageDetails)
  return details === undefined ? null : { kind: 'page', path, section: parts[1] ?? '', slug, doc: noWords, ...details }
}

function readAndRemember(file: EntryFile, cache: FactCache): Entry {
  const entry = detailsOf(file)
  // An id that was made from the address is not a fact of the words.
  const hasOwnId = !entry.trouble.some(({ field }) => field === 'id' || field === 'file')
  if (hasOwnId) {
    const { fields, trouble } = entry
    cache.remember(file.hash, entry.kind === 'service' ? serviceFact : pageFact, { fields, trouble })
  }
  return entry
}

function detailsOf({ path, text }: TextAt): Entry {
  if (whyUnreadable(text) !== null) return parseEntry(path, text).entry
  const split = splitText(text)
  return parseEntry(path, split.unclosed ? text : text.slice(0, split.bodyOffset)).entry
}
