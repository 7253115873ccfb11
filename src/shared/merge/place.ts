import { mergeAdded, type Slot } from './added.ts'
import { heaviestInOrder, type Places } from './in-order.ts'
import type { SequenceRules } from './item.ts'
import { flatten, isGone, type Piece } from './piece.ts'

/** What one person put into one gap: `gap` is the number of the former item after it. */
export interface Added<T> {
  gap: number
  slots: readonly Slot<T>[]
}

/**
 * What each put between two former items that are still there. Where an item between two gaps is gone, a text no longer
 * says on which side of it something was meant to be. So both gaps are one place, for everybody.
 */
export interface Place<T> {
  mine: Added<T>[]
  theirs: Added<T>[]
}

export function mergePlace<T>(place: Place<T>, base: readonly T[], rules: SequenceRules<T>): Piece<T>[] {
  const pieces: Piece<T>[] = []
  const back = backInPlace(place, base, rules)
  let rest = place
  for (const slot of back) {
    const [above, below] = splitAt(rest, slot)
    pieces.push(...mergeTogether(without(above, back), rules), slot.piece)
    rest = below
  }
  return [...pieces, ...mergeTogether(without(rest, back), rules)]
}

/**
 * Items that were moved past something that is now gone: they stand where they stood, and no third text would show that
 * they were moved.
 */
function backInPlace<T>({ mine, theirs }: Place<T>, base: readonly T[], rules: SequenceRules<T>): Slot<T>[] {
  const all = [...mine, ...theirs]
  const [first = 0, last = 0] = [mine[0]?.gap, mine.at(-1)?.gap]
  const isHere = ({ from, piece }: Slot<T>) => from !== null && first <= from && from < last && !isGone(piece)
  if (!all.some(({ slots }) => slots.some(isHere))) return []
  const merged = mergeAdded(all.map(({ slots }) => slots))
  const home = merged.filter(isHere).sort((one, other) => (one.from ?? 0) - (other.from ?? 0))
  const places = home.map((slot): Places => [slot.from ?? 0, merged.indexOf(slot)])
  return heaviestInOrder(places, base.map(rules.weight)).flatMap(([, place]) => merged[place ?? 0] ?? [])
}

/** What stands before and after one item: as its text has it, or, where it is not in that text, by the former order. */
function splitAt<T>({ mine, theirs }: Place<T>, item: Slot<T>): [Place<T>, Place<T>] {
  const parts = [mine, theirs].map(all => {
    const [above, below]: [Added<T>[], Added<T>[]] = [[], []]
    for (const { gap, slots } of all) {
      const at = slots.findIndex(({ from }) => from === item.from)
      if (at >= 0) {
        above.push({ gap, slots: slots.slice(0, at) })
        below.push({ gap, slots: slots.slice(at + 1) })
      } else if (gap <= (item.from ?? 0)) above.push({ gap, slots })
      else below.push({ gap, slots })
    }
    return { above, below }
  })
  const [own, their] = parts
  return [
    { mine: own?.above ?? [], theirs: their?.above ?? [] },
    { mine: own?.below ?? [], theirs: their?.below ?? [] },
  ]
}

function without<T>({ mine, theirs }: Place<T>, items: readonly Slot<T>[]): Place<T> {
  if (items.length === 0) return { mine, theirs }
  const names = new Set(items.map(({ key }) => key))
  const rest = ({ gap, slots }: Added<T>) => ({ gap, slots: slots.filter(({ key }) => !names.has(key)) })
  return { mine: mine.map(rest), theirs: theirs.map(rest) }
}

function mergeTogether<T>({ mine, theirs }: Place<T>, rules: SequenceRules<T>): Piece<T>[] {
  if (rules.bothAdded === 'keep') {
    return mergeAdded([...mine, ...theirs].map(({ slots }) => slots)).map(slot => slot.piece)
  }
  const [here, there] = [mine, theirs].map(all => all.flatMap(({ slots }) => slots))
  if (!here || !there) return []
  // What contains the other's words needs no answer.
  if (isWithin(here, there)) return there.map(slot => slot.piece)
  if (isWithin(there, here)) return here.map(slot => slot.piece)
  const [own, their] = [here.map(slot => slot.piece), there.map(slot => slot.piece)]
  return [{ kind: 'clash', before: [], mine: flatten(own, 'mine'), theirs: flatten(their, 'theirs') }]
}

function isWithin<T>(some: readonly Slot<T>[], all: readonly Slot<T>[]): boolean {
  let next = 0
  for (const { key } of all) if (key === some[next]?.key) next++
  return next === some.length
}
