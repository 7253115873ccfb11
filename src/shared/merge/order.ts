import { heaviestInOrder } from './in-order.ts'

/** An order of things that are named by the order that they had before: for each of them its place. */
export type Places = readonly number[]

/**
 * Two people's orders of the same things as one: what either put before something else stands before it. That is the join
 * in the weak order of permutations, so moves come out the same whoever came first, who came between, and how often. But
 * where both moved the same thing, one up and the other down, that would turn round all that is between. Then it is where
 * the one has it who moved it down. `weights`: of two things that changed places, the lighter one was moved.
 */
export function mergeOrders(mine: Places, theirs: Places, weights: readonly number[]): Places {
  const joined = joinOrders(mine, theirs)
  if (isSameOrder(joined, mine) || isSameOrder(joined, theirs)) return joined
  const apart = withoutOpposed(mine, theirs, weights)
  const isKept = (side: Places) => isSameOrder(withoutOpposed(side, apart, weights), apart)
  return isKept(mine) && isKept(theirs) ? apart : joined
}

const isSameOrder = (one: Places, other: Places) => one.every((place, thing) => place === other[thing])

function joinOrders(mine: Places, theirs: Places): Places {
  const order: number[] = []
  let [last, otherLast] = [-1, -1]
  for (const [thing, place] of mine.entries()) {
    const other = theirs[thing] ?? -1
    const isAfter = (earlier: number) => place < (mine[earlier] ?? -1) || other < (theirs[earlier] ?? -1)
    if (place > last && other > otherLast) order.push(thing)
    else order.splice(order.findIndex(isAfter), 0, thing)
    last = Math.max(last, place)
    otherLast = Math.max(otherLast, other)
  }
  return placesOf(order)
}

/** The two orders joined once what one moved up and the other down is moved down alone. */
function withoutOpposed(mine: Places, theirs: Places, weights: readonly number[]): Places {
  const joined = joinOrders(mine, theirs)
  const opposed = mine.flatMap((place, thing) => ((place - thing) * ((theirs[thing] ?? 0) - thing) < 0 ? [thing] : []))
  if (opposed.length === 0) return joined
  const stayed = [mine, theirs].map(places => heaviestInOrder(places, weights))
  const moved = opposed.filter(
    thing => stayed.every(things => !things.has(thing)) && turnsOthers(thing, joined, [mine, theirs]),
  )
  const [own, their] = [mine, theirs].map(places =>
    putBack(
      places,
      moved.filter(thing => (places[thing] ?? 0) < thing),
    ),
  )
  return joinOrders(own ?? [], their ?? [])
}

/** Whether two things that were above and below this one change places, though nobody moved one past the other. */
function turnsOthers(thing: number, joined: Places, sides: readonly Places[]): boolean {
  const isTurned = (order: Places, above: number, below: number) => (order[above] ?? 0) > (order[below] ?? 0)
  const [above, below] = [
    [...joined.keys()].filter(one => one < thing && sides.some(side => isTurned(side, one, thing))),
    [...joined.keys()].filter(one => one > thing && sides.some(side => isTurned(side, thing, one))),
  ]
  return above.some(one =>
    below.some(other => isTurned(joined, one, other) && !sides.some(side => isTurned(side, one, other))),
  )
}

function putBack(places: Places, things: readonly number[]): Places {
  if (things.length === 0) return places
  const order = orderOf(places).filter(thing => !things.includes(thing))
  return placesOf(withMissing(order, things))
}

/** The order with these things, too, each after what it stood after. */
export function withMissing(order: readonly number[], missing: readonly number[]): number[] {
  const all = [...order]
  for (const thing of missing) all.splice(all.indexOf(thing - 1) + 1, 0, thing)
  return all
}

export function placesOf(order: readonly number[]): Places {
  const places = new Array<number>(order.length)
  for (const [place, thing] of order.entries()) places[thing] = place
  return places
}

export function orderOf(places: Places): number[] {
  const order = new Array<number>(places.length)
  for (const [thing, place] of places.entries()) order[place] = thing
  return order
}
