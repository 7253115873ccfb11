import type { Entry } from '../content/index.ts'
import type { SiteInput } from './input.ts'

/** One page that came or changed; only its newest news is told. */
export interface NewsItem {
  on: string
  entry: Entry
  isNew: boolean
}

/** What the last publishes brought, of what is still on the site: newest first, then new pages before changed ones. */
export function newsOf(
  { news }: SiteInput,
  byId: ReadonlyMap<string, Entry>,
  inOrder: (one: Entry, other: Entry) => number,
): NewsItem[] {
  const told = new Set<Entry>()
  const items = (ids: readonly string[], on: string, isNew: boolean) =>
    ids
      .flatMap(id => byId.get(id) ?? [])
      .toSorted(inOrder)
      .map(entry => ({ on, entry, isNew }))
  return news
    .flatMap(({ on, added, changed }) => [...items(added, on, true), ...items(changed, on, false)])
    .filter(({ entry }) => {
      const isFirst = !told.has(entry)
      told.add(entry)
      return isFirst
    })
}
