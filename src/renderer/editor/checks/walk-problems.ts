import type { PlacedProblem } from './problems-plugin.ts'

/** The problem whose words hold the cursor; of several, the one with the fewest words. */
export function problemAt(problems: readonly PlacedProblem[], position: number): PlacedProblem | null {
  let best: PlacedProblem | null = null
  for (const placed of problems) {
    const { range } = placed
    if (range === null || position < range.from || position > range.to) continue
    if (best?.range == null || range.to - range.from < best.range.to - best.range.from) best = placed
  }
  return best
}

/** The next problem in reading order from `current`, round and round; without one, from the position of the cursor. */
export function nextProblem(
  problems: readonly PlacedProblem[],
  from: { current: string | null; position: number },
  step: 1 | -1,
): PlacedProblem | null {
  const count = problems.length
  if (count === 0) return null
  const here = problems.findIndex(({ id }) => id === from.current)
  if (here !== -1) return problems[(here + step + count) % count] ?? null
  if (step === 1)
    return problems.find(({ range }) => range !== null && range.from >= from.position) ?? problems[0] ?? null
  return problems.findLast(({ range }) => range !== null && range.to <= from.position) ?? problems.at(-1) ?? null
}
