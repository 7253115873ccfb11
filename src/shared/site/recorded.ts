import type { Entry, Page, SiteConfig } from '../content/index.ts'
import type { SiteInput } from './input.ts'
import type { SiteIndex, SiteSection } from './site-index.ts'
import type { Unit } from './units.ts'

/**
 * A site that takes note of what is read of it, so that what a part of the site follows from is known without anybody having
 * to keep a list of it. Everything has a name, such as `fields 01J…` or `config council`, under which a later site can be asked
 * whether it says the same. What nobody thought of here is noted as a whole: that costs time, and is never wrong.
 */
export interface RecordedSite {
  /** What a unit makes of the site, and the names of all that it read. */
  record(unit: Unit): { files: ReturnType<Unit['render']>; reads: string[] }
}

type Note = (name: string) => void

export function recordedSite(site: SiteIndex): RecordedSite {
  let reads = new Set<string>()
  const seen = seenThrough(site, name => reads.add(name))
  return {
    record(unit) {
      reads = new Set()
      const files = unit.render(seen)
      return { files, reads: [...reads] }
    },
  }
}

/**
 * What stands under a name, as text that is the same exactly where it says the same. `wordsOf` names the words of an entry, as
 * it is known without reading them.
 */
export function saidUnder(site: SiteIndex, name: string, wordsOf: (entry: Entry) => string): string {
  const at = name.indexOf(' ')
  const [kind, key] = [name.slice(0, at), name.slice(at + 1)]
  const entry = () => site.byId.get(key)
  switch (kind) {
    case 'place': {
      const found = entry()
      return text(found === undefined ? null : placeOf(found))
    }
    case 'fields':
      return text(entry()?.fields ?? null)
    case 'words': {
      const found = entry()
      return found === undefined ? '' : wordsOf(found)
    }
    case 'trouble':
      return text(entry()?.trouble ?? null)
    case 'reviewed': {
      const found = entry()
      return found === undefined ? '' : (site.lastReviewed(found) ?? '')
    }
    case 'original': {
      const found = entry()
      return found?.kind === 'page' ? (site.originalOf(found)?.fields.id ?? '') : ''
    }
    case 'translations':
      return text(idsOf(site.translations.get(key) ?? []))
    case 'address':
      return site.byAddress.get(key)?.fields.id ?? ''
    case 'sections':
      return text(site.sections.map(({ pages: _, ...section }) => section))
    case 'section':
      return text(idsOf(site.sections.find(({ slug }) => slug === key)?.pages ?? []))
    case 'media':
      return text(site.input.media.get(key))
    case 'checks':
      return text(site.input.checks.get(key))
    case 'late':
      return String(site.input.late.has(key))
    case 'config':
      return text(site.input.config[key as keyof SiteConfig])
    case 'input':
      return textOfAll(site.input[key as keyof SiteInput])
    default:
      return textOfAll(site[key as keyof SiteIndex])
  }
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/** Entries are named by their ids: what is read of one is noted by itself. */
function textOfAll(value: unknown): string {
  const said = JSON.stringify(value, (_, part) => {
    if (part instanceof Map) return [...part]
    if (part instanceof Set) return [...part]
    return isEntry(part) ? part.fields.id : part
  })
  return said ?? ''
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'fields' in value && 'slug' in value && 'path' in value
}

/** All other parts of an entry say where it stands. */
const partsByName: Readonly<Record<string, string>> = { doc: 'words', fields: 'fields', trouble: 'trouble' }

function placeOf(entry: Entry): unknown {
  const names = Object.keys(entry).filter(name => partsByName[name] === undefined)
  return names.toSorted().map(name => [name, entry[name as keyof Entry]])
}

const idsOf = (entries: readonly Entry[]) => entries.map(({ fields }) => fields.id)

function seenThrough(site: SiteIndex, note: Note): SiteIndex {
  const known = new Map<Entry, Entry>()
  const seeing = seeingEntries(note)
  const seen = <T extends Entry>(entry: T): T => {
    const before = known.get(entry) ?? new Proxy<Entry>(entry, seeing)
    known.set(entry, before)
    return before as T
  }
  const one = <T extends Entry>(entry: T | undefined) => (entry === undefined ? undefined : seen(entry))
  const { input } = site
  const { pages, services, media, checks, late, config } = input
  return noting(site, 'index', note, {
    input: noting(input, 'input', note, {
      config: noting(config, 'config', note, {}),
      pages: aside(note, 'input pages', () => pages.map(seen)),
      services: aside(note, 'input services', () => services.map(seen)),
      media: seenMap(media, { note, each: 'media', whole: 'input media' }, fact => fact),
      checks: seenMap(checks, { note, each: 'checks', whole: 'input checks' }, records => records),
      late: seenSet(late, { note, each: 'late', whole: 'input late' }),
    }),
    sections: aside(note, 'sections ', () => site.sections.map(section => seenSection(section, note, seen))),
    services: aside(note, 'index services', () => site.services.map(seen)),
    news: aside(note, 'index news', () => site.news.map(item => ({ ...item, entry: seen(item.entry) }))),
    byId: seenMap(site.byId, { note, each: 'place', whole: 'index byId' }, one),
    byAddress: seenMap(site.byAddress, { note, each: 'address', whole: 'index byAddress' }, one),
    translations: seenMap(site.translations, { note, each: 'translations', whole: 'index translations' }, said =>
      said?.map(seen),
    ),
    originalOf(page) {
      note(`original ${page.fields.id}`)
      return one(site.originalOf(page) ?? undefined) ?? null
    },
    lastReviewed(entry) {
      note(`reviewed ${entry.fields.id}`)
      return site.lastReviewed(entry)
    },
  })
}

/** An entry's words, its details and where it stands are three things: most that is read of others is one of them. */
function seeingEntries(note: Note): ProxyHandler<Entry> {
  return {
    get(entry, name) {
      note(`${partsByName[String(name)] ?? 'place'} ${entry.fields.id}`)
      return entry[name as keyof Entry]
    },
  }
}

/** Every page has the names of all sections around it, and none of them what is in these. */
function seenSection(section: SiteSection, note: Note, seen: (page: Page) => Page): SiteSection {
  let pages: readonly Page[] | null = null
  return {
    ...section,
    get pages() {
      note(`section ${section.slug}`)
      pages ??= section.pages.map(seen)
      return pages
    },
  }
}

/** A list of entries, of which the order is noted as soon as anything of it is read, and which is not made before. */
function aside<T>(note: Note, name: string, listOf: () => readonly T[]): readonly T[] {
  let isMade = false
  return new Proxy<T[]>([], {
    get(list, key) {
      note(name)
      for (const each of isMade ? [] : listOf()) list.push(each)
      isMade = true
      return Reflect.get(list, key)
    },
  })
}

/** The same object, of which every part that is read is noted under its name, and some are parts of another kind. */
function noting<T extends object>(whole: T, kind: string, note: Note, others: Partial<T>): T {
  const names = new Map<PropertyKey, string>()
  return new Proxy(whole, {
    get(_, name) {
      if (Object.hasOwn(others, name)) return others[name as keyof T]
      const noted = names.get(name) ?? `${kind} ${String(name)}`
      names.set(name, noted)
      note(noted)
      return whole[name as keyof T]
    },
  })
}

interface Noted {
  note: Note
  /** Before the key, where one is asked for. */
  each: string
  /** Where all of it is gone through. */
  whole: string
}

function seenMap<V, S extends V | undefined>(
  map: ReadonlyMap<string, V>,
  { note, each, whole }: Noted,
  seen: (value: V | undefined) => S,
): ReadonlyMap<string, V> {
  const all = () => {
    note(whole)
    return new Map([...map].map(([key, value]) => [key, seen(value) ?? value]))
  }
  return {
    get(key) {
      note(`${each} ${key}`)
      return seen(map.get(key))
    },
    has(key) {
      note(`${each} ${key}`)
      return map.has(key)
    },
    get size() {
      return all().size
    },
    forEach: (use, self) => all().forEach(use, self),
    entries: () => all().entries(),
    keys: () => all().keys(),
    values: () => all().values(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  }
}

function seenSet(set: ReadonlySet<string>, { note, each, whole }: Noted): ReadonlySet<string> {
  return new Proxy(set, {
    get(_, name) {
      if (name === 'has') {
        return (key: string) => {
          note(`${each} ${key}`)
          return set.has(key)
        }
      }
      note(whole)
      const part: unknown = Reflect.get(set, name)
      return typeof part === 'function' ? part.bind(set) : part
    },
  })
}
