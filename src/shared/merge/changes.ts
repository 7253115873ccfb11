import { heaviestInOrder, type Places } from './in-order.ts'
import { type Items, type Pairing, pairingOf } from './match.ts'
import { recogniseSameChanges } from './same-change.ts'

/** Something that stands where nothing stood: new, or the former item `from`, which was moved there. */
export interface Fresh<T> {
  item: T
  from: number | null
}

/** What one person did to a sequence. */
export interface Matching<T> {
  /** For each former item what became of it in its place: the same, an edited form, or null where it is no longer there. */
  fates: (T | null)[]
  /** What was added before each former item; one more entry for the end. */
  added: Fresh<T>[][]
}

/**
 * What two people did to one sequence. Which of two items was moved when they changed places is settled by what kept its
 * order with both, so that the same move is the same in both, whatever else one of them did.
 */
export function changesOf<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  items: Items<T>,
): [Matching<T>, Matching<T>] {
  const [was, own, their] = [base, mine, theirs].map(all => all.map(items.key))
  const [here, there] = [pairingOf(base, mine, items), pairingOf(base, theirs, items)]
  const versions = [
    { items: mine, keys: own ?? [], pairing: here },
    { items: theirs, keys: their ?? [], pairing: there },
  ] as const
  recogniseSameChanges(was ?? [], base, ...versions, items)
  const weights = base.map((item, i) => items.weight(item) + ((i * unlike) % 1))
  const inBoth = [...here.found].flatMap(([i, j]): Places[] => {
    const k = there.found.get(i)
    return k === undefined ? [] : [[i, j, k]]
  })
  for (const [i] of heaviestInOrder(inBoth.sort(byFormer), weights)) weights[i] = (weights[i] ?? 0) + stayed
  return [matchingOf(base, mine, here, weights), matchingOf(base, theirs, there, weights)]
}

/** More than all that did not stay in both. */
const stayed = 1_000_000_000
/** The golden section, whose multiples are never alike: so two equally long runs never weigh the same. */
const unlike = 0.618_033_988_749_895

const byFormer = ([one]: Places, [other]: Places) => one - other

/** Of all that is still there the heaviest part that kept its order has stayed; the rest was moved. */
function matchingOf<T>(
  base: readonly T[],
  side: readonly T[],
  { found }: Pairing,
  weights: readonly number[],
): Matching<T> {
  const pairs = [...found].sort(byFormer)
  const inPlace = new Map(heaviestInOrder(pairs, weights).map(([i, ...[j]]) => [j, i]))
  const former = new Map(pairs.map(([i, j]) => [j, i]))
  const fates: (T | null)[] = base.map(() => null)
  const added: Fresh<T>[][] = Array.from({ length: base.length + 1 }, () => [])
  let gap = 0
  for (const [j, item] of side.entries()) {
    const i = inPlace.get(j)
    if (i === undefined) added[gap]?.push({ item, from: former.get(j) ?? null })
    else {
      fates[i] = item
      gap = i + 1
    }
  }
  return { fates, added }
}
