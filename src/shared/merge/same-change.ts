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
    readAsMoved(base, reader, writer, items)
  }
  for (const [reader, writer] of sides) readAsRemoved(reader, writer, items)
  for (const [reader, writer] of sides) readAsRemoved(reader, writer, items)
  onceOnly(mine, theirs, items)
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

/** Here an item was edited, and what it became is there new at another place: it was edited alike there, and moved. */
function readAsMoved<T>(base: readonly T[], reader: Matching<T>, writer: Matching<T>, items: Items<T>): void {
  const moved = movedIn(writer)
  for (const [index, item] of base.entries()) {
    const edited = reader.fates[index] ?? null
    if (edited === null || writer.fates[index] !== null || moved.has(index)) continue
    const key = items.key(edited)
    if (key === items.key(item)) continue
    const elsewhere = writer.added.flatMap((all, gap) => (gap === index || gap === index + 1 ? [] : all))
    const same = elsewhere.find(fresh => fresh.from === null && items.key(fresh.item) === key)
    if (same) same.from = index
  }
}

/**
 * Here an item seems written anew, where the other has removed it or has the same in place of another: it was removed here,
 * too, and something else is new.
 */
function readAsRemoved<T>(reader: Matching<T>, writer: Matching<T>, items: Items<T>): void {
  const moved = movedIn(writer)
  for (const index of reader.replaced) {
    const item = reader.fates[index] ?? null
    if (item === null) continue
    const key = items.key(item)
    const gone = writer.fates[index] === null && !moved.has(index)
    const other = writer.fates.some((fate, at) => at !== index && fate !== null && items.key(fate) === key)
    if (!gone && !other) continue
    reader.fates[index] = null
    reader.added[index]?.push({ item, from: null })
  }
}

const movedIn = <T>(side: Matching<T>) => new Set(side.added.flat().flatMap(({ from }) => from ?? []))

/** Where both moved things, the same new item can seem to be at two places: it is at the later one. */
function onceOnly<T>(mine: Matching<T>, theirs: Matching<T>, items: Items<T>): void {
  if (movedIn(mine).size === 0 || movedIn(theirs).size === 0) return
  const [here, there] = [newIn(mine, items), newIn(theirs, items)]
  for (const [key, gap] of here) {
    const other = there.get(key)
    if (other === undefined || other === gap) continue
    const [side, first] = gap < other ? [mine, gap] : [theirs, other]
    side.added[first] = (side.added[first] ?? []).filter(({ item }) => items.key(item) !== key)
  }
}

/** Too short to be the same thing only because it says the same. */
const few = 6

/** What is new once, and where. */
function newIn<T>(side: Matching<T>, items: Items<T>): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [gap, all] of side.added.entries()) {
    for (const { item, from } of all) {
      const key = items.key(item)
      if (found.has(key)) twice.add(key)
      else if (from === null && items.weight(item) > few) found.set(key, gap)
    }
  }
  for (const key of twice) found.delete(key)
  return found
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
