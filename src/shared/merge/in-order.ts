/** Of things that are named by their former order, those that kept it among each other and weigh the most together. */
export function heaviestInOrder(places: readonly number[], weights: readonly number[]): Set<number> {
  const best: { weight: number; previous: number }[] = []
  for (const [thing, place] of places.entries()) {
    let [weight, previous] = [0, -1]
    for (let before = 0; before < thing; before++) {
      const sum = best[before]?.weight ?? 0
      if (sum > weight && (places[before] ?? 0) < place) [weight, previous] = [sum, before]
    }
    best.push({ weight: weight + (weights[thing] ?? 0), previous })
  }
  const heaviest = best.reduce((found, { weight }, at) => (weight > (best[found]?.weight ?? 0) ? at : found), 0)
  const chosen = new Set<number>()
  for (let at = heaviest; at >= 0 && at < best.length; at = best[at]?.previous ?? -1) chosen.add(at)
  return chosen
}
