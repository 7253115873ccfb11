/**
 * Of pairs [former place, present place], sorted by the former, those that kept their order among each other and weigh the
 * most together. Where two choices weigh the same, always the same one.
 */
export function heaviestInOrder(
  pairs: readonly (readonly [number, number])[],
  weights: readonly number[],
): readonly (readonly [number, number])[] {
  const firstOut = pairs.findIndex(([, place], at) => at > 0 && place < (pairs[at - 1]?.[1] ?? -1))
  if (firstOut < 0) return pairs
  const best: { weight: number; previous: number }[] = []
  for (const [at, [former, place]] of pairs.entries()) {
    let [weight, previous] = [0, -1]
    for (let before = 0; before < at; before++) {
      const sum = best[before]?.weight ?? 0
      if ((pairs[before]?.[1] ?? -1) < place && sum > weight) [weight, previous] = [sum, before]
    }
    best.push({ weight: weight + (weights[former] ?? 0), previous })
  }
  const heaviest = best.reduce((found, { weight }, at) => (weight > (best[found]?.weight ?? 0) ? at : found), 0)
  const chosen: (readonly [number, number])[] = []
  for (let at = heaviest; at >= 0; at = best[at]?.previous ?? -1) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}
