import type { Versioned } from './planned.ts'

/** The titles of the pages that two sites do not have in the same words, by title: those of the second, then those it has no more. */
export function differingTitles(before: readonly Versioned[], after: readonly Versioned[]): string[] {
  const others = (all: readonly Versioned[], than: readonly Versioned[]) => {
    const there = new Set(than.map(({ entry, hash }) => `${entry.path}\n${hash}`))
    return all.filter(({ entry, hash }) => !there.has(`${entry.path}\n${hash}`))
  }
  const titles = [...others(after, before), ...others(before, after)].map(({ entry }) => entry.fields.title)
  return [...new Set(titles)]
}
