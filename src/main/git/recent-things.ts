import type { Stored } from './object-format.ts'

const mostBytes = 32 << 20

/** Things that were read lately: most of what a pack holds is told by its difference from one of them. */
export interface RecentThings<Key> {
  get(key: Key): Stored | undefined
  keep(key: Key, stored: Stored): Stored
  clear(): void
}

export function recentThings<Key>(): RecentThings<Key> {
  const kept = new Map<Key, Stored>()
  let bytes = 0
  return {
    get: key => kept.get(key),
    keep(key, stored) {
      if (stored.body.length > mostBytes / 8 || kept.has(key)) return stored
      kept.set(key, stored)
      bytes += stored.body.length + 200
      for (const [oldest, { body }] of kept) {
        if (bytes <= mostBytes) break
        kept.delete(oldest)
        bytes -= body.length + 200
      }
      return stored
    },
    clear() {
      kept.clear()
      bytes = 0
    },
  }
}
