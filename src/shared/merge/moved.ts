import { mergeAdded, type Slot } from './added.ts'
import type { Matching } from './changes.ts'
import { mergeItem, type SequenceRules } from './item.ts'
import { enough } from './match.ts'
import { isGone, type Piece } from './piece.ts'

/** What each person put between the former items: an entry for each gap, one more than there are items. */
export interface Gaps<T> {
  mine: Slot<T>[][]
  theirs: Slot<T>[][]
}

/** One person's side while moves are looked for. */
interface Side<T> {
  matching: Matching<T>
  gaps: Slot<T>[][]
  /** For a former item that stands elsewhere now: where, and as what. */
  moves: Map<number, Place<T>>
}

interface Place<T> {
  gap: number
  slot: Slot<T>
  item: T
}

/**
 * An item that one person moved and the other edited is removed here, edited there and added elsewhere. This turns it into
 * one edited item at its new place, and an item that both moved into one item; one that the other removed is gone. What
 * the other added between two items that moved together, or under a moved heading, goes with them. Changes the fates in
 * the two matchings.
 */
export function followMoves<T>(
  base: readonly T[],
  mine: Matching<T>,
  theirs: Matching<T>,
  rules: SequenceRules<T>,
): Gaps<T> {
  const [here, there] = [sideOf(base, mine, rules), sideOf(base, theirs, rules)]
  takeAlong(base, here, there, rules)
  takeAlong(base, there, here, rules)
  const bothMoved = here.moves.size > 0 && there.moves.size > 0
  const places = bothMoved ? placesOf(base, here, there, rules) : []
  for (const [index, before] of base.entries()) {
    const [at, otherAt] = [here.moves.get(index), there.moves.get(index)]
    if (at && otherAt) {
      at.slot.piece = mergeItem(before, at.item, otherAt.item, rules)
      otherAt.slot.piece = at.slot.piece
      const [place, otherPlace] = [places[at.gap] ?? 0, places[otherAt.gap] ?? 0]
      // At two places it stands at the later one.
      if (place < otherPlace) leave(here, at)
      if (place > otherPlace) leave(there, otherAt)
    } else if (at) at.slot.piece = mergeItem(before, at.item, taken(there, index), rules)
    else if (otherAt) otherAt.slot.piece = mergeItem(before, taken(here, index), otherAt.item, rules)
  }
  return { mine: here.gaps, theirs: there.gaps }
}

/** For each gap, how many former items before it still stand there: gaps with the same number are one place. */
function placesOf<T>(base: readonly T[], here: Side<T>, there: Side<T>, rules: SequenceRules<T>): number[] {
  let place = 0
  const places = [place]
  for (const [index, before] of base.entries()) {
    const [own, their] = [here.matching.fates[index] ?? null, there.matching.fates[index] ?? null]
    const moved = here.moves.has(index) || there.moves.has(index)
    if (!moved && !isGone(mergeItem(before, own, their, rules))) place++
    places.push(place)
  }
  return places
}

/** What became of an item here, which goes to where the other has moved it. */
function taken<T>(side: Side<T>, index: number): T | null {
  const fate = side.matching.fates[index] ?? null
  side.matching.fates[index] = null
  return fate
}

function leave<T>(side: Side<T>, { gap, slot }: Place<T>): void {
  side.gaps[gap] = (side.gaps[gap] ?? []).filter(each => each !== slot)
}

function sideOf<T>(base: readonly T[], matching: Matching<T>, rules: SequenceRules<T>): Side<T> {
  const moves = new Map<number, Place<T>>()
  const gaps = matching.added.map((all, gap) =>
    all.map(({ item, from }): Slot<T> => {
      const before = from === null ? undefined : base[from]
      const piece: Piece<T> = { kind: 'settled', items: [item] }
      const key = rules.key(item)
      if (from === null || before === undefined) return { key, rank: rules.rank(item), order: key, from: null, piece }
      // Where a moved item goes among others must not depend on who edited it meanwhile.
      const slot = { key: `moved:${from}`, rank: rules.rank(before), order: rules.key(before), from, piece }
      moves.set(from, { gap, slot, item })
      return slot
    }),
  )
  return { matching, gaps, moves }
}

/** What the other added inside of what this one moved, or under a heading that moved, goes there too. */
function takeAlong<T>(base: readonly T[], mover: Side<T>, other: Side<T>, rules: SequenceRules<T>): void {
  let leader = -1
  for (const [index, before] of base.entries()) {
    const at = mover.moves.get(index)
    if (!at || other.moves.has(index)) {
      leader = -1
      continue
    }
    const first = base[leader]
    if (first === undefined || rules.rank(first) <= rules.rank(before) || !isNext(mover, other, index)) leader = index
    const slots = other.gaps[index + 1] ?? []
    const next = nextIn(mover, index)
    const inside = isNext(mover, other, next) && !other.moves.has(next)
    const highest = rules.rank(base[leader] ?? before)
    const end = inside ? slots.length : slots.findIndex(({ rank }) => rank >= highest)
    const isPart = partOf(before, other.matching.fates[index] ?? null, rules)
    const near = slots.slice(
      0,
      Math.max(
        end < 0 ? slots.length : end,
        untilFirst(slots, slot => !isPart(slot)),
      ),
    )
    const along = near.filter(slot => !followTo(mover, other, slot))
    const above = other.gaps[index] ?? []
    const parts = untilFirst(above.toReversed(), slot => !isPart(slot))
    other.gaps[index + 1] = slots.slice(near.length)
    other.gaps[index] = above.slice(0, above.length - parts)
    putBeside(mover, at, above.slice(above.length - parts), along)
  }
}

/** What both moved, the other into what this one moved as a whole, stands where this one has it. */
function followTo<T>(mover: Side<T>, other: Side<T>, { from }: Slot<T>): boolean {
  const [at, otherAt] = from === null ? [] : [mover.moves.get(from), other.moves.get(from)]
  if (from === null || !at || !otherAt) return false
  other.moves.set(from, { ...at, item: otherAt.item })
  return true
}

const untilFirst = <T>(all: readonly T[], ends: (one: T) => boolean) => {
  const found = all.findIndex(ends)
  return found < 0 ? all.length : found
}

/** Whether something new beside an edited item was taken out of it: the two were one, and move as one. */
function partOf<T>(before: T, edited: T | null, { alike, key }: SequenceRules<T>): (slot: Slot<T>) => boolean {
  if (alike === null || edited === null || key(edited) === key(before)) return () => false
  return ({ from, piece }) =>
    from === null && piece.kind === 'settled' && piece.items.every(item => alike(before, item) >= enough)
}

function putBeside<T>(mover: Side<T>, { gap, slot }: Place<T>, above: readonly Slot<T>[], below: readonly Slot<T>[]) {
  if (above.length + below.length === 0) return
  const target = mover.gaps[gap] ?? []
  const at = target.indexOf(slot)
  const from = at - untilFirst(target.slice(0, at).toReversed(), each => each.from !== null)
  const to = at + 1 + untilFirst(target.slice(at + 1), each => each.from !== null)
  mover.gaps[gap] = [
    ...target.slice(0, from),
    ...(above.length > 0 ? mergeAdded([target.slice(from, at), above]) : target.slice(from, at)),
    slot,
    ...mergeAdded([target.slice(at + 1, to), below]),
    ...target.slice(to),
  ]
}

/** The next former item that is still there. */
function nextIn<T>({ matching: { fates }, moves }: Side<T>, index: number): number {
  let next = index + 1
  while (next < fates.length && !moves.has(next) && (fates[next] ?? null) === null) next++
  return next
}

/** Whether an item moved together with the one that was before it, with nothing between them that the other did not move. */
function isNext<T>(mover: Side<T>, other: Side<T>, index: number): boolean {
  let before = index - 1
  while (before >= 0 && !mover.moves.has(before) && (mover.matching.fates[before] ?? null) === null) before--
  const [at, previous] = [mover.moves.get(index), mover.moves.get(before)]
  if (!at || !previous || at.gap !== previous.gap) return false
  const moved = (mover.gaps[at.gap] ?? []).filter(({ from }) => from !== null && !other.moves.has(from))
  return moved.indexOf(at.slot) === moved.indexOf(previous.slot) + 1
}
