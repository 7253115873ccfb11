import { type Items, pairingOf } from './match.ts'
import { recogniseSameChanges } from './same-change.ts'

/** For each former item that is still there, where it is now. */
type Found = ReadonlyMap<number, number>

/** What two people's items were before, each text read in the light of the other. */
export function pairingsOf<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  items: Items<T>,
): [Found, Found] {
  const [was, own, their] = [base, mine, theirs].map(all => all.map(items.key))
  const [here, there] = [pairingOf(base, mine, items), pairingOf(base, theirs, items)]
  const versions = [
    { items: mine, keys: own ?? [], pairing: here },
    { items: theirs, keys: their ?? [], pairing: there },
  ] as const
  recogniseSameChanges(was ?? [], base, ...versions, items)
  return [here.found, there.found]
}
