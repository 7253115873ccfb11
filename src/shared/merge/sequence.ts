import { mergeAdded } from './added.ts'
import { type KnownOfBoth, pairingsOf } from './changes.ts'
import { mergeItem, type SequenceRules } from './item.ts'
import { enough } from './match.ts'
import { mergeOrders, orderOf } from './order.ts'
import { isGone, type Piece } from './piece.ts'
import { type Side, sideOf, type Where } from './side.ts'

/** Three-way merge of a sequence. Swapping mine and theirs swaps them in the clashes and changes nothing else. */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
  known: KnownOfBoth | null = null,
): Piece<T>[] {
  const [here, there] = pairingsOf(base, mine, theirs, rules, known)
  const all = base.map((before, i) => {
    const [own, their] = [at(mine, here.get(i)), at(theirs, there.get(i))]
    const isNoMore =
      (own === null && isLeft(before, their, theirs, there, rules)) ||
      (their === null && isLeft(before, own, mine, here, rules))
    return mergeItem(before, isNoMore ? null : own, isNoMore ? null : their, rules)
  })
  const stays = all.flatMap((piece, i) => (isGone(piece) ? [] : [i]))
  const own = sideOf({ items: mine, found: here }, base, stays, rules)
  const their = sideOf({ items: theirs, found: there }, base, stays, rules)
  const weights = stays.map(i => rules.weight(base[i] as T))
  const order = orderOf(mergeOrders(own.places, their.places, weights))
  return [-1, ...order, stays.length].flatMap(thing => {
    const piece = all[stays[thing] ?? -1]
    const added = (where: Where) => mergeBeside(own, their, where, thing, rules)
    return [...added('heading'), ...added('cut off'), ...(piece ? [piece] : []), ...added('after')]
  })
}

/** Whether this is what one left of an item, and all that they left: no other part of it is new in their text. */
function isLeft<T>(
  before: T,
  now: T | null,
  items: readonly T[],
  found: ReadonlyMap<number, number>,
  { isOnlyLess, share }: SequenceRules<T>,
): boolean {
  if (now === null || !isOnlyLess?.(before, now)) return false
  const former = new Set(found.values())
  return !items.some((item, place) => !former.has(place) && (share?.(item, before) ?? 0) >= enough)
}

const at = <T>(items: readonly T[], place: number | undefined) => items[place ?? -1] ?? null

function mergeBeside<T>(
  mine: Side<T>,
  theirs: Side<T>,
  where: Where,
  thing: number,
  rules: SequenceRules<T>,
): Piece<T>[] {
  const [here, there] = [mine.added[where].get(thing) ?? [], theirs.added[where].get(thing) ?? []]
  if (rules.bothAdded === 'keep') return settled(mergeAdded([...here, ...there], rules))
  const [own, their] = [here.flat(), there.flat()]
  // What contains the other's words needs no answer.
  if (isWithin(own, their, rules)) return settled(their)
  if (isWithin(their, own, rules)) return settled(own)
  return [{ kind: 'clash', before: [], mine: own, theirs: their }]
}

const settled = <T>(items: T[]): Piece<T>[] => (items.length > 0 ? [{ kind: 'settled', items }] : [])

function isWithin<T>(some: readonly T[], all: readonly T[], { key }: SequenceRules<T>): boolean {
  const keys = some.map(key)
  let next = 0
  for (const item of all) if (key(item) === keys[next]) next++
  return next === some.length
}
