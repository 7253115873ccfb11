import { type Instant, type PageId, workspacePathSchema } from '../../shared/content/index.ts'
import type { OpenPage } from '../../shared/contract/index.ts'
import type { History, Oid } from '../git/index.ts'
import { entryAt } from '../workspace/index.ts'
import type { LiveSite } from './parts.ts'

/**
 * What families see of a page, as far as it is known: the newest publish may never have been sent, or nobody has seen it
 * on the web. `path` is where the newest publish has the page, if it has it; an earlier one may have it under another
 * address, with other words, or both, and its id says which one it is.
 */
export async function whatFamiliesSee(
  { history, live }: { history: Pick<History, 'logOf' | 'filesAt' | 'readAt'>; live: Pick<LiveSite, 'seen'> },
  { id, path }: { id: PageId; path: string | null },
): Promise<OpenPage['families']> {
  const log = await history.logOf('live')
  const filesIn = async (at: number): Promise<Files> => {
    const version = log[at]
    return version === undefined ? none : await history.filesAt(version.version)
  }
  const newest = path === null ? undefined : (await filesIn(0)).get(path)
  /** The page as a version has it. Only what the newest one has not, or has otherwise, has to be looked into. */
  const wordsIn = async (at: number): Promise<Oid | undefined> => {
    const [version, files, now] = [log[at], await filesIn(at), await filesIn(0)]
    if (version === undefined) return undefined
    if (newest !== undefined && has(files, newest)) return newest
    for (const [each, words] of files) {
      if (!isEntry(each) || now.get(each) === words) continue
      const text = await history.readAt(version.version, each)
      if (text !== null && idIn(each, text) === id) return words
    }
    return undefined
  }
  /** The earliest version since which these words were there, under whatever address. */
  const since = async (at: number, words: Oid): Promise<Instant | null> => {
    let first = at
    while (first + 1 < log.length && has(await filesIn(first + 1), words)) first++
    return log[first]?.at ?? null
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

function has(files: Files, words: Oid): boolean {
  for (const each of files.values()) if (each === words) return true
  return false
}

const isEntry = (path: string) => /^(?:pages|services)\//.test(path)

function idIn(path: string, bytes: Uint8Array): PageId {
  return entryAt(workspacePathSchema.parse(path), new TextDecoder().decode(bytes)).fields.id
}
