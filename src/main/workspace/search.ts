import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import MiniSearch, { type SearchResult } from 'minisearch'
import { z } from 'zod'
import { type Entry, type PageId, readingText } from '../../shared/content/index.ts'
import type { EntryIndex, Indexed } from './entry-index.ts'
import { foundIn } from './excerpt.ts'

export interface Hit {
  id: PageId
  kind: Entry['kind']
  title: string
  excerpt: string
  /** The word of its text that was found, as it is written there; null where only its title or its summary has it. */
  found: string | null
}

/** Full text: titles, summaries and words. Built at the first search, and brought up to date by each. */
export interface Search {
  find(text: string): Promise<Hit[]>
}

interface Words {
  path: string
  title: string
  summary: string
  text: string
}

const mostHits = 50
/** Reading a page takes a few milliseconds; the window has to be answered in between. */
const sliceMs = 12
/** In a large workspace the very first search answers with what has been read by then, rather than keep somebody waiting. */
const patienceMs = 800

const readingFact = 'reading text 1'

export function openSearch(index: EntryIndex): Search {
  const search = new MiniSearch<Words>({
    idField: 'path',
    fields: ['title', 'summary', 'text'],
    tokenize: text => text.match(term) ?? [],
    processTerm: word => plainTerm(word) || null,
    searchOptions: {
      boost: { title: 5, summary: 2 },
      prefix: true,
      // Short words have too many neighbours: “plan” is not “play”.
      fuzzy: word => (word.length > 5 ? 0.2 : false),
    },
  })
  /** What is in the search now: each path with the indexed entry it was read from. */
  const held = new Map<string, { indexed: Indexed; words: Words }>()
  let reading: Promise<void> | null = null

  function hold(indexed: Indexed): void {
    const { fields } = indexed.entry
    const text = index.derive(indexed, readingFact, z.string(), entry => readingText(entry.doc))
    const words = {
      path: indexed.file.path,
      title: fields.title,
      summary: fields.summary,
      text: besides(indexed, text),
    }
    if (held.has(words.path)) search.replace(words)
    else search.add(words)
    held.set(words.path, { indexed, words })
  }

  async function catchUp(): Promise<void> {
    let turnStarted = performance.now()
    for (const path of [...held.keys()]) {
      if (index.byPath(path) !== null) continue
      search.discard(path)
      held.delete(path)
    }
    for (const indexed of index.all()) {
      if (held.get(indexed.file.path)?.indexed.file.hash === indexed.file.hash) continue
      hold(indexed)
      if (performance.now() - turnStarted < sliceMs) continue
      await nextTurn()
      turnStarted = performance.now()
    }
  }

  function hit(result: SearchResult): Hit[] {
    const found = held.get(String(result.id))
    const entry = index.byPath(String(result.id))?.entry
    if (!found || !entry) return []
    const { text } = found.words
    const terms = result.terms.filter(word => result.match[word]?.includes('text'))
    const { id, title, summary } = entry.fields
    const where = terms.length === 0 && summary ? { excerpt: summary, found: null } : foundIn(text, terms)
    return [{ id, kind: entry.kind, title, ...where }]
  }

  return {
    async find(text) {
      if (text.trim() === '') return []
      reading ??= catchUp().finally(() => {
        reading = null
      })
      await Promise.race([reading, pause(patienceMs, undefined, { ref: false })])
      const all = search.search(text, { combineWith: 'AND' })
      const results = all.length > 0 ? all : search.search(text, { combineWith: 'OR' })
      return results.slice(0, mostHits).flatMap(hit)
    },
  }
}

/** A service is also found by who runs it, where it is and what it says of itself beside its description. */
function besides({ entry }: Indexed, text: string): string {
  if (entry.kind === 'page') return text
  const { organization, address, postcode, telephone, email, needs, areas, categories, eligibility } = entry.fields
  const more = [organization, address, postcode, telephone, email, ...needs, ...areas, ...categories, eligibility]
  return [text, ...more].filter(words => words !== '').join('\n')
}

/** A word, with its apostrophes; “post-16” is found by either part. */
const term = /[\p{L}\p{N}\p{M}]+(?:[’'‘][\p{L}\p{N}\p{M}]+)*/gu

/** Accents and apostrophes make no difference: “children’s” is found by “childrens”. */
function plainTerm(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\p{M}’'‘]/gu, '')
    .toLowerCase()
}
