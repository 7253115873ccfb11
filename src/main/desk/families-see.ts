import { type Instant, type PageId, workspacePathSchema } from '../../shared/content/index.ts'
import type { OpenPage } from '../../shared/contract/index.ts'
import type { History, Oid } from '../git/index.ts'
import { entryAt } from '../workspace/index.ts'
import type { LiveSite } from './parts.ts'

type Reading = Pick<History, 'logOf' | 'filesAt' | 'nameAt' | 'readAt'>

/** What was found in versions and in words, neither of which ever changes. */
interface Found {
  /** Words to a version that has them, and when the earliest was made since which they were there. */
  since: Map<Oid, { version: Oid; at: Instant }>
  /** A version, the newest then, and a page to the words that it had. */
  words: Map<string, Oid | undefined>
  ids: Map<Oid, PageId>
}

const foundIn = new WeakMap<Reading, Found>()

/**
 * What families see of a page, as far as it is known: the newest publish may never have been sent, or nobody has seen it
 * on the web. `path` is where the newest publish has the page, if it has it; an earlier one may have it under another
 * address, with other words, or both, and its id says which one it is. Of a page that was asked for before, only the
 * versions since then are looked into.
 */
export async function whatFamiliesSee(
  { history, live }: { history: Reading; live: Pick<LiveSite, 'seen'> },
  { id, path }: { id: PageId; path: string | null },
): Promise<OpenPage['families']> {
  const found = foundIn.get(history) ?? { since: new Map(), words: new Map(), ids: new Map() }
  foundIn.set(history, found)
  const log = await history.logOf('live')
  const filesIn = async (at: number): Promise<Files> => {
    const version = log[at]
    return version === undefined ? none : await history.filesAt(version.version)
  }
  const hereIn = async (at: number): Promise<Oid | undefined> => {
    const version = log[at]
    return version === undefined || path === null
      ? undefined
      : ((await history.nameAt(version.version, path)) ?? undefined)
  }
  const newest = await hereIn(0)
  /** Under this address, or under whatever other. */
  const has = async (at: number, words: Oid) => (await hereIn(at)) === words || hasAnywhere(await filesIn(at), words)
  /** The page as a version has it. Only what the newest one has not, or has otherwise, has to be looked into. */
  const wordsIn = async (at: number): Promise<Oid | undefined> => {
    const [version, last] = [log[at], log[0]]
    if (version === undefined || last === undefined || at === 0) return newest
    if (newest !== undefined && (await has(at, newest))) return newest
    const name = `${version.version} ${last.version} ${id}`
    if (!found.words.has(name)) found.words.set(name, await otherWordsIn(version.version, await filesIn(at)))
    return found.words.get(name)
  }
  const otherWordsIn = async (version: Oid, files: Files): Promise<Oid | undefined> => {
    const now = await filesIn(0)
    for (const [each, words] of files) {
      if (!isEntry(each) || now.get(each) === words) continue
      const known = found.ids.get(words)
      const text = known === undefined ? await history.readAt(version, each) : null
      const its = text === null ? known : idIn(each, text)
      if (its === undefined) continue
      found.ids.set(words, its)
      if (its === id) return words
    }
    return undefined
  }
  /** The earliest version since which these words were there, under whatever address. */
  const since = async (from: number, words: Oid): Promise<Instant | null> => {
    const known = found.since.get(words)
    let at: Instant | null = null
    for (const [place, version] of log.entries()) {
      if (place < from) continue
      if (place > from && !(await has(place, words))) break
      at = version.at
      if (known?.version !== version.version) continue
      at = known.at
      break
    }
    const first = log[from]
    if (first !== undefined && at !== null) found.since.set(words, { version: first.version, at })
    return at
  }
  const seen = await live.seen()
  const from = seen === null ? -1 : log.findIndex(({ version }) => version === seen.version)
  if (from === -1) {
    const last = newest ?? (await wordsIn(1))
    const published = last === undefined ? null : await since(newest === undefined ? 1 : 0, last)
    return published === null ? { kind: 'nothing' } : { kind: 'not-known', published }
  }
  const words = await wordsIn(from)
  const at = words === undefined ? null : await since(from, words)
  return at === null ? { kind: 'nothing' } : { kind: 'version', since: at, newest: words === newest }
}

type Files = ReadonlyMap<string, Oid>
const none: Files = new Map()

function hasAnywhere(files: Files, words: Oid): boolean {
  for (const each of files.values()) if (each === words) return true
  return false
}

const isEntry = (path: string) => /^(?:pages|services)\//.test(path)

function idIn(path: string, bytes: Uint8Array): PageId {
  return entryAt(workspacePathSchema.parse(path), new TextDecoder().decode(bytes)).fields.id
}
