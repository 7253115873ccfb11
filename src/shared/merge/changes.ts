import { type Items, type KnownPairs, pairingOf } from './match.ts'
import { recogniseSameChanges } from './same-change.ts'

/** For each former item that is still there, where it is now. */
type Found = ReadonlyMap<number, number>

/** What the versions on the way to either text tell of the former items; null for a text that was made in one step. */
export interface KnownOfBoth {
  mine: KnownPairs | null
  theirs: KnownPairs | null
}

/** What two people's items were before, each text read in the light of the other. `known` is null where only the texts tell. */
export function pairingsOf<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  items: Items<T>,
  known: KnownOfBoth | null = null,
): [Found, Found] {
  const [was, own, their] = [base, mine, theirs].map(all => all.map(items.key))
  const [here, there] = [pairingOf(base, mine, items, known?.mine), pairingOf(base, theirs, items, known?.theirs)]
  const versions = [
    { items: mine, keys: own ?? [], pairing: here },
    { items: theirs, keys: their ?? [], pairing: there },
  ] as const
  recogniseSameChanges(was ?? [], base, ...versions, items, known !== null)
  return [here.found, there.found]
}
