import { z } from 'zod'
import {
  type Doc,
  type Entry,
  isServicePath,
  pageFieldsSchema,
  parseEntry,
  serviceFieldsSchema,
  splitText,
} from '../../shared/content/index.ts'
import type { FactCache } from './fact-cache.ts'
import type { EntryFile } from './read-entries.ts'

/**
 * An entry whose details are read at once, or recalled, and whose words are read when somebody asks for them: a list of a
 * thousand pages needs the details alone.
 */
export function lazyEntry(file: EntryFile, cache: FactCache): Entry {
  const details = recalled(file, cache) ?? detailsOf(file, cache)
  let doc: Doc | undefined
  return Object.defineProperty({ ...details }, 'doc', {
    enumerable: true,
    get: () => (doc ??= parseEntry(file.path, file.text).entry.doc),
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

function detailsOf({ path, text, hash }: EntryFile, cache: FactCache): Entry {
  const split = splitText(text)
  const { entry } = parseEntry(path, split.unclosed ? text : text.slice(0, split.bodyOffset))
  // An id that was made from the address is not a fact of the words.
  const hasOwnId = !entry.trouble.some(({ field }) => field === 'id' || field === 'file')
  if (hasOwnId) {
    const { fields, trouble } = entry
    cache.remember(hash, entry.kind === 'service' ? serviceFact : pageFact, { fields, trouble })
  }
  return entry
}
