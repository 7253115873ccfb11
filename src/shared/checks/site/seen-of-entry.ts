import { z } from 'zod'
import { type Entry, headingsOf, isPlain, linksOf, readingText, walk, wordsIn } from '../../content/index.ts'
import { keptMarkup } from '../markup/kept.ts'
import { easeOf, easeSchema } from '../reading-ease.ts'

/** What the rules of the whole site know of one page: it follows from the page's own words, so it is kept with them. */
export const seenOfEntrySchema = z.object({
  /** What leads to pages and services of this workspace. */
  links: z.array(
    z.object({ id: z.string(), heading: z.string().nullable(), text: z.string(), path: z.array(z.number()) }),
  ),
  /** The addresses of web pages elsewhere, once for each place. */
  outside: z.array(z.object({ href: z.string(), text: z.string(), path: z.array(z.number()) })),
  /** Whatever a link may name behind a `#`. */
  names: z.array(z.string()),
  contacts: z.array(
    z.object({
      name: z.string(),
      telephone: z.string(),
      email: z.string(),
      hours: z.string(),
      address: z.string(),
      path: z.array(z.number()),
    }),
  ),
  /** How many words a reader meets, and the least hashes of its runs of words: two pages that share many are alike. */
  words: z.number(),
  runs: z.array(z.number()),
  ease: easeSchema,
})
export type SeenOfEntry = z.infer<typeof seenOfEntrySchema>

/** Words in a run: shorter ones are shared by any two pages about one subject. */
const runLength = 4
const runsKept = 64

export function seenOfEntry(entry: Entry): SeenOfEntry {
  const links = linksOf(entry.doc)
  const words = plainWords(readingText(entry.doc))
  return {
    links: links.flatMap(({ href, text, path }) => {
      const [, id, heading] = /^(?:page|service):([^#]+)(?:#(.+))?$/.exec(href) ?? []
      return id === undefined ? [] : [{ id, heading: heading ?? null, text, path }]
    }),
    outside: [...outsideIn(entry), ...links].filter(({ href }) => /^https?:\/\//i.test(href)),
    names: [...headingsOf(entry.doc).map(({ slug }) => slug), ...(keptMarkup(entry.doc)?.named.keys() ?? [])],
    contacts: contactsIn(entry),
    words: words.length,
    runs: leastHashes(words),
    ease: easeOf(entry.doc),
  }
}

function outsideIn(entry: Entry): SeenOfEntry['outside'] {
  return entry.kind === 'service' && entry.fields.url !== ''
    ? [{ href: entry.fields.url, text: entry.fields.url, path: [] }]
    : []
}

function contactsIn(entry: Entry): SeenOfEntry['contacts'] {
  const found: SeenOfEntry['contacts'] = []
  if (entry.kind === 'service') {
    const { title: name, telephone, email, schedule: hours, address, postcode } = entry.fields
    found.push({ name, telephone, email, hours, address: `${address} ${postcode}`.trim(), path: [] })
  }
  walk(entry.doc, (node, path) => {
    if (node.type !== 'contact') return
    const { name, telephone, email, hours, address } = node.attrs
    found.push({ name, telephone, email, hours, address, path: [...path] })
  })
  return found
}

/** Words as they are compared: capitals and the kind of apostrophe make no difference. */
export function plainWords(text: string): string[] {
  const small = (words: string) => words.toLowerCase().replaceAll('’', "'")
  // Only of what is plain is it known that small letters make the same words of it.
  return isPlain(text) ? wordsIn(small(text)) : wordsIn(text).map(small)
}

/** Each run of words, as often as it stands there: a hash of letters of one text, so that no run is a text of its own. */
function eachRun(words: readonly string[], take: (hash: (start: number) => number) => void): void {
  const text = words.join(' ')
  let from = 0
  let to = words.slice(0, runLength).join(' ').length
  const hash = (start: number) => hashOf(text, from, to, start)
  for (let at = 0; at + runLength <= words.length; at++) {
    take(hash)
    from += (words[at]?.length ?? 0) + 1
    to += (words[at + runLength]?.length ?? 0) + 1
  }
}

/**
 * A MinHash (Broder 1997): of each of many hash functions the least value over all runs. The share of equal values in two
 * pages is, nearly, the share of runs that both have.
 */
function leastHashes(words: readonly string[]): number[] {
  if (words.length < runLength) return []
  const least = new Uint32Array(runsKept).fill(0xffffffff)
  eachRun(words, hash => {
    const first = hash(0x811c9dc5)
    const second = hash(0x01000193) | 1
    for (let at = 0; at < runsKept; at++) {
      const value = (first + Math.imul(at, second)) >>> 0
      if (value < (least[at] ?? 0)) least[at] = value
    }
  })
  return [...least]
}

/** The same runs as numbers, in order: thousands of pages have room for theirs, and two are compared in one walk. */
export function runHashesOf(words: readonly string[]): Uint32Array {
  const hashes = new Set<number>()
  eachRun(words, hash => hashes.add(hash(0x811c9dc5)))
  return Uint32Array.from(hashes).sort()
}

function hashOf(text: string, from: number, to: number, start: number): number {
  let hash = start
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
