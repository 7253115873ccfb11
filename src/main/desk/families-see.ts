import type { Instant } from '../../shared/content/index.ts'
import type { OpenPage } from '../../shared/contract/index.ts'
import type { History } from '../git/index.ts'
import type { LiveSite } from './parts.ts'

/**
 * What families see of a page, as far as it is known: the newest publish may never have been sent, or nobody has seen it
 * on the web. `path` is where the page stands, or stood, on the site.
 */
export async function whatFamiliesSee(
  { history, live }: { history: Pick<History, 'logOf' | 'filesAt'>; live: Pick<LiveSite, 'seen'> },
  path: string,
): Promise<OpenPage['families']> {
  const log = await history.logOf('live')
  const filesIn = async (at: number) => {
    const version = log[at]
    return version === undefined ? undefined : await history.filesAt(version.version)
  }
  const wordsIn = async (at: number) => (await filesIn(at))?.get(path)
  /** The earliest version since which the words are those of this one. */
  const since = async (at: number, words: string): Promise<Instant | null> => {
    const before = at + 1
    if (before < log.length && (await wordsIn(before)) === words) return since(before, words)
    return log[at]?.at ?? null
  }
  const seen = await live.seen()
  const from = seen === null ? -1 : log.findIndex(({ version }) => version === seen.version)
  const newest = await wordsIn(0)
  if (from === -1) {
    const last = newest ?? (await wordsIn(1))
    const published = last === undefined ? null : await since(newest === undefined ? 1 : 0, last)
    return published === null ? { kind: 'nothing' } : { kind: 'not-known', published }
  }
  const there = await filesIn(from)
  // A page that got another address since has the same words under the old one.
  const words = there?.get(path) ?? [...(there?.values() ?? [])].find(each => each === newest)
  const at = words === undefined ? null : await since(from, words)
  return at === null ? { kind: 'nothing' } : { kind: 'version', since: at, newest: words === newest }
}
