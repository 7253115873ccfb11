import { runMergeStory } from '../merge/stories.ts'

/** Stories of the merge alone, in memory: as many in one unit as a person can wait for. */
const storiesInOneUnit = 100

/** Tells the stories of one unit. Throws with the shortest story that shows what is wrong. */
export async function playMerges(unit: number): Promise<{ merges: number }> {
  const first = unit * storiesInOneUnit
  for (let seed = first; seed < first + storiesInOneUnit; seed++) {
    const result = await runMergeStory(seed)
    if (!result.ok) throw new Error(`merge story ${seed}: ${result.why}\n  ${JSON.stringify(result.shrunk)}`)
  }
  return { merges: storiesInOneUnit }
}
