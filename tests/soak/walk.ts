import { createHash } from 'node:crypto'
import type { Walked } from './acts.ts'
import { type Deed, deedOf } from './deeds.ts'
import type { Outcome } from './outcomes.ts'
import { type Disturbed, type Hands, handsAt } from './session.ts'

/** Through the points of one thing that is done at a laptop, one after the other: what kills and errors have in common. */

export interface Walk {
  /** What it is called, which is what its lots are drawn by. */
  called: string
  name: Walked
  points: readonly number[]
  /** Is told of each point before it is tried. */
  onPoint?: (point: number) => void
}

/** What came of it at one point; `reached`: whether there was such a point this time. */
export interface Tried {
  reached: boolean
  /** Null when it died of it. */
  outcome: Outcome | null
}

/** An act that changes little says nothing of the points that it did not reach. */
const misses = 5
/** One that is refused for a reason of its own says nothing at all, and is not what was to be walked through. */
const mostRefusals = 20

/**
 * Tries each point until it was reached, with an act of its own lot, so that a point can be tried alone. True when there
 * was none any more.
 */
export async function walkThrough(
  at: Disturbed,
  { called, name, points, onPoint }: Walk,
  tryAt: (deed: Deed, point: number, hands: Hands) => Promise<Tried>,
): Promise<boolean> {
  for (const point of points) {
    onPoint?.(point)
    const hands = handsAt(at, seedOf(`${called} ${point}`), point * wordsForPoint)
    for (let [missed, refused] = [0, 0]; ; ) {
      const deed = deedOf(at, name, hands)
      const { reached, outcome } = await told(point, deed, () => tryAt(deed, point, hands))
      if (reached) break
      if (outcome?.kind === 'done') missed += 1
      else refused += 1
      if (missed === misses) return true
      if (refused === mostRefusals) throw new Error(`could never ${name}: ${JSON.stringify(outcome)}`)
    }
  }
  return false
}

/** More than anybody types at one point. */
const wordsForPoint = 1_000

const seedOf = (called: string) => createHash('sha256').update(called).digest().readUInt32LE()

async function told<T>(point: number, deed: Deed, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`at point ${point}, when it was to ${deed.says}: ${why}`, { cause: error })
  }
}
