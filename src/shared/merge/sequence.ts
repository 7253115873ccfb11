import { mergeAdded } from './added.ts'
import { type KnownOfBoth, pairingsOf } from './changes.ts'
import { listOf, mergeItem, type SequenceRules } from './item.ts'
import { enough } from './match.ts'
import { mergeOrders, orderOf } from './order.ts'
import { isGone, type Piece } from './piece.ts'
import { type Side, sideOf, type Version, type Where } from './side.ts'

/** Three-way merge of a sequence. Swapping mine and theirs swaps them in the clashes and changes nothing else. */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
  known: KnownOfBoth | null = null,
): Piece<T>[] {
  const [here, there] = pairingsOf(base, mine, theirs, rules, known)
  const [one, other] = [
    { items: mine, found: here },
    { items: theirs, found: there },
  ]
  const pieces = base.map((before, i) => {
    const isNoMore = isLeft(i, before, one, other, rules) || isLeft(i, before, other, one, rules)
    return mergeItem(before, isNoMore ? null : at(one, i), isNoMore ? null : at(other, i), rules)
  })
  const all = pieces.map((piece, i) =>
    withMovedIn(piece, { before: base[i] as T, mine: at(one, i), theirs: at(other, i) }, pieces, rules),
  )
  const stays = all.flatMap((piece, i) => (isGone(piece) ? [] : [i]))
  const [own, their] = [sideOf(one, base, stays, rules), sideOf(other, base, stays, rules)]
  const weights = stays.map(i => rules.weight(base[i] as T))
  const order = orderOf(mergeOrders(own.places, their.places, weights))
  return [-1, ...order, stays.length].flatMap(thing => {
    const piece = all[stays[thing] ?? -1]
    const added = (where: Where) => mergeBeside(own, their, where, thing, rules)
    return [...added('heading'), ...added('cut off'), ...(piece ? [piece] : []), ...added('after')]
  })
}

/**
 * Whether one removed an item of which the other left only a part: then nobody is asked. But not where some of it is a new
 * item in either text, as the halves of a list are, or what stood in a box.
 */
function isLeft<T>(i: number, before: T, remover: Version<T>, writer: Version<T>, rules: SequenceRules<T>): boolean {
  const [gone, now] = [at(remover, i), at(writer, i)]
  if (gone !== null || now === null || !rules.isOnlyLess?.(before, now)) return false
  const isPart = (item: T) => (rules.share?.(item, before) ?? 0) >= enough
  const isForm = (item: T) => (rules.alike?.(now, item) ?? 0) >= enough
  return !freshIn(writer).some(isPart) && !freshIn(remover).some(isForm)
}

function freshIn<T>({ items, found }: Version<T>): T[] {
  const former = new Set(found.values())
  return items.filter((_, place) => !former.has(place))
}

/**
 * One put an item into another one that a colleague removed. While it is asked whether that stays, who removed it has the
 * item where it was: else it would be gone with what it was never in for them.
 */
function withMovedIn<T>(
  piece: Piece<T>,
  { before, mine, theirs }: { before: T; mine: T | null; theirs: T | null },
  pieces: readonly Piece<T>[],
  { holds }: SequenceRules<T>,
): Piece<T> {
  if (!holds || !isGone(piece)) return piece
  const has = (items: readonly T[]) => items.some(item => holds(item, before))
  for (const other of pieces) {
    if (other.kind === 'settled' || has(other.before)) continue
    const isMine = theirs !== null && other.theirs.length === 0 && has(other.mine)
    const isTheirs = mine !== null && other.mine.length === 0 && has(other.theirs)
    if (isMine || isTheirs) return { kind: 'clash', before: [before], mine: listOf(mine), theirs: listOf(theirs) }
  }
  return piece
}

const at = <T>({ items, found }: Version<T>, i: number) => items[found.get(i) ?? -1] ?? null

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
