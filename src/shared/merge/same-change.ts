import { diffArrays } from 'diff'
import type { Items, Matching } from './match.ts'

/**
 * The same change can look different in two texts, because of what else was changed beside it: an edit here is one item
 * removed and another added there, and what is added beside something that was removed could stand on either side of it.
 * This reads each text in the light of the other, so that nobody is asked about a change that both have, and nothing is
 * there twice. Changes the two matchings.
 */
export function recogniseSameChanges<T>(
  base: readonly T[],
  mine: Matching<T>,
  theirs: Matching<T>,
  items: Items<T>,
): void {
  const sides = [
    [mine, theirs],
    [theirs, mine],
  ] as const
  for (const [reader, writer] of sides) {
    readAsNew(base, reader, writer, items)
    for (const index of reader.replaced) if (writer.fates[index] === null) readAsRemoved(reader, index)
  }
  for (const [reader, writer] of sides) {
    for (const [index, item] of base.entries()) readAsAdded(reader, writer, index, item, items)
    for (let index = 0; index < base.length; index++) {
      if (reader.fates[index] !== null) continue
      const from = index
      while (index < base.length && reader.fates[index] === null) index++
      settleRun(base, reader, writer, from, index, items)
    }
  }
}

/** Here an item seems moved and edited into what there is new: it was removed here, and the same is new. */
function readAsNew<T>(base: readonly T[], reader: Matching<T>, writer: Matching<T>, items: Items<T>): void {
  const fresh = new Set(writer.added.flat().flatMap(({ item, from }) => (from === null ? [items.key(item)] : [])))
  for (const one of reader.added.flat()) {
    const before = one.from === null ? undefined : base[one.from]
    const key = items.key(one.item)
    if (before !== undefined && items.key(before) !== key && fresh.has(key)) one.from = null
  }
}

/** Here an item seems written anew where the other has removed it: it was removed here, too, and something else is new. */
function readAsRemoved<T>(reader: Matching<T>, index: number): void {
  const item = reader.fates[index] ?? null
  if (item === null) return
  reader.fates[index] = null
  reader.added[index]?.push({ item, from: null })
}

/** Here an item seems edited into what there was added beside it: it was removed here, and the same was added. */
function readAsAdded<T>(reader: Matching<T>, writer: Matching<T>, index: number, item: T, items: Items<T>): void {
  const edited = reader.fates[index] ?? null
  if (edited === null || items.key(edited) === items.key(item)) return
  const has = (gap: number) => writer.added[gap]?.some(({ item }) => items.key(item) === items.key(edited)) ?? false
  if (has(index)) reader.added[index]?.push({ item: edited, from: null })
  else if (has(index + 1)) reader.added[index + 1]?.unshift({ item: edited, from: null })
  else return
  reader.fates[index] = null
}

/** Here the items from `from` up to `to` are gone. What was added among them goes where the other has the same. */
function settleRun<T>(
  base: readonly T[],
  reader: Matching<T>,
  writer: Matching<T>,
  from: number,
  to: number,
  items: Items<T>,
): void {
  const added = reader.added.slice(from, to + 1).flat()
  if (added.length === 0) return
  const anchors: { key: string; gap: number; item: boolean }[] = []
  for (let gap = from; gap <= to; gap++) {
    for (const { item } of writer.added[gap] ?? []) anchors.push({ key: items.key(item), gap, item: false })
    const [before, now] = [base[gap], writer.fates[gap] ?? null]
    if (gap === to || before === undefined || now === null || items.key(now) === items.key(before)) continue
    anchors.push({ key: items.key(now), gap, item: true })
  }
  for (let gap = from; gap <= to; gap++) reader.added[gap] = []
  let gap = from
  let anchor = 0
  let next = 0
  for (const part of diffArrays(
    anchors.map(each => each.key),
    added.map(({ item }) => items.key(item)),
  )) {
    for (let count = part.count; count > 0; count--) {
      const fresh = part.removed ? undefined : added[next++]
      const place = part.added ? undefined : anchors[anchor++]
      if (fresh === undefined) continue
      if (place) gap = place.gap
      if (place?.item && fresh.from === null) reader.fates[gap++] = fresh.item
      else reader.added[gap]?.push(fresh)
    }
  }
}
