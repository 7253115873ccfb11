/** An item's place in the former text, and its places in one or more present ones. */
export type Places = readonly [former: number, ...present: number[]]

/**
 * Of items sorted by their former place, those that kept their order among each other in every text and weigh the most
 * together. `weights` go by the former place.
 */
export function heaviestInOrder(items: readonly Places[], weights: readonly number[]): readonly Places[] {
  if (items.every((item, at) => at === 0 || isBefore(items[at - 1], item))) return items
  const best: { weight: number; previous: number }[] = []
  for (const [at, item] of items.entries()) {
    let [weight, previous] = [0, -1]
    for (let before = 0; before < at; before++) {
      const sum = best[before]?.weight ?? 0
      if (sum > weight && isBefore(items[before], item)) [weight, previous] = [sum, before]
    }
    best.push({ weight: weight + (weights[item[0]] ?? 0), previous })
  }
  const heaviest = best.reduce((found, { weight }, at) => (weight > (best[found]?.weight ?? 0) ? at : found), 0)
  const chosen: Places[] = []
  for (let at = heaviest; at >= 0; at = best[at]?.previous ?? -1) {
    const item = items[at]
    if (item) chosen.push(item)
  }
  return chosen.reverse()
}

const isBefore = (one: Places | undefined, other: Places) =>
  one?.every((place, text) => place < (other[text] ?? -1)) ?? false
