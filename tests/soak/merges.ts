import { setImmediate as nextTurn } from 'node:timers/promises'
import { runMergeStory } from '../merge/stories.ts'

/** Stories of the merge alone, in memory: as many in one unit as a person can wait for. */
const storiesInOneUnit = 100

/** Tells all the stories of one unit. Throws with the shortest stories that show what is wrong. */
export async function playMerges(unit: number): Promise<{ merges: number }> {
  const first = unit * storiesInOneUnit
  const found: string[] = []
  for (let seed = first; seed < first + storiesInOneUnit; seed++) {
    // A story never waits for anything, so that otherwise nobody could stop them.
    await nextTurn()
    const result = await runMergeStory(seed)
    if (!result.ok) found.push(`merge story ${seed}: ${result.why}\n  ${JSON.stringify(result.shrunk)}`)
  }
  if (found.length > 0) throw new Error(found.join('\n'))
  return { merges: storiesInOneUnit }
}
