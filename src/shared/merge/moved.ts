import type { Items, Matching } from './match.ts'

/**
 * An item that one person moved and the other edited is removed here, edited there and added elsewhere. This turns it into
 * one edited item at its new place, and an item that both moved into one item. Changes the two matchings.
 */
export function followMoves<T>(base: readonly T[], mine: Matching<T>, theirs: Matching<T>, items: Items<T>): void {
  const unique = new Map<string, number>()
  for (const [index, item] of base.entries()) unique.set(items.key(item), unique.has(items.key(item)) ? -1 : index)
  for (const [index, item] of base.entries()) {
    if (unique.get(items.key(item)) !== index) continue
    const [here, there] = [mine, theirs].map(side => placeOf(side, index, items.key(item), items))
    if (here && there) {
      if (here.gap !== there.gap) drop(here.gap < there.gap ? mine : theirs, here.gap < there.gap ? here : there)
    } else if (here) follow(mine, here, theirs, index)
    else if (there) follow(theirs, there, mine, index)
  }
}

interface Place {
  gap: number
  slot: number
}

function placeOf<T>(side: Matching<T>, index: number, key: string, items: Items<T>): Place | null {
  if (side.fates[index] !== null) return null
  for (const [gap, added] of side.added.entries()) {
    const slot = added.findIndex(item => items.key(item) === key)
    if (slot >= 0) return { gap, slot }
  }
  return null
}

function drop<T>(side: Matching<T>, { gap, slot }: Place): void {
  side.added[gap]?.splice(slot, 1)
}

/** The mover's copy takes the other's words, and the former place counts as removed by both. */
function follow<T>(mover: Matching<T>, place: Place, other: Matching<T>, index: number): void {
  const edited = other.fates[index]
  if (edited === null || edited === undefined) return
  mover.added[place.gap]?.splice(place.slot, 1, edited)
  other.fates[index] = null
}
