import { createHash } from 'node:crypto'
import type { Walked } from './acts.ts'
import { type Deed, deedOf } from './deeds.ts'
import type { Outcome } from './outcomes.ts'
import { type Disturbed, type Hands, handsAt } from './session.ts'
import type { At } from './write-points.ts'

/** Through the points of one thing that is done at a laptop, one after the other: what kills and errors have in common. */

export interface Walk {
  /** What it is called, which is what its lots are drawn by. */
  called: string
  name: Walked
  /** By their numbers; or every one by its name, but those that had this before. */
  points: readonly number[] | { but: ReadonlySet<string> }
  /** Is told of each point before it is tried. */
  onPoint?: (point: number) => void
}

/** What came of it at one point; `reached`: whether there was such a point this time. */
export interface Tried {
  /** The name of the point; null where it was not reached. */
  reached: string | null
  /** Null when it died of it. */
  outcome: Outcome | null
}

/** An act that changes little says nothing of the points that it did not reach. */
const misses = 5
/** One that is refused for a reason of its own says nothing at all, and is not what was to be walked through. */
const mostRefusals = 20

/** `count`: how many points were tried before, and this one. */
type TryAt = (deed: Deed, point: At, hands: Hands, count: number) => Promise<Tried>

export function walkThrough(at: Disturbed, walk: Walk, tryAt: TryAt): Promise<boolean> {
  const { points } = walk
  return 'but' in points ? byNames(at, walk, points.but, tryAt) : byNumbers(at, walk, points, tryAt)
}

/**
 * Tries each point until it was reached, with an act of its own lot, so that a point can be tried alone. True when there
 * was none any more.
 */
async function byNumbers(
  at: Disturbed,
  { called, name, onPoint }: Walk,
  points: readonly number[],
  tryAt: TryAt,
): Promise<boolean> {
  for (const point of points) {
    onPoint?.(point)
    const hands = handsAt(at, seedOf(`${called} ${point}`), point * wordsForPoint)
    for (let [missed, refused] = [0, 0]; ; ) {
      const deed = deedOf(at, name, hands)
      const { reached, outcome } = await told(`${point}`, deed, () => tryAt(deed, point, hands, point))
      if (reached !== null) break
      if (outcome?.kind === 'done') missed += 1
      else refused += 1
      if (missed === misses) return true
      if (refused === mostRefusals) throw new Error(`could never ${name}: ${JSON.stringify(outcome)}`)
    }
  }
  return false
}

/** What an act passes depends on its lot: so often in turn nothing new. */
const missesByName = 2

/** Tries the first point with a name that had none of it yet, and goes on until no act passes such a one. */
async function byNames(
  at: Disturbed,
  { called, name }: Walk,
  but: ReadonlySet<string>,
  tryAt: TryAt,
): Promise<boolean> {
  const tried = new Set(but)
  for (let [turn, missed, refused] = [1, 0, 0]; missed < missesByName; turn++) {
    const hands = handsAt(at, seedOf(`${called} ${turn}`), turn * wordsForPoint)
    const deed = deedOf(at, name, hands)
    const where = `${turn}, by its name`
    const { reached, outcome } = await told(where, deed, () => tryAt(deed, [...tried], hands, turn))
    if (reached !== null) {
      tried.add(reached)
      missed = 0
    } else if (outcome?.kind === 'done') missed += 1
    else refused += 1
    if (refused === mostRefusals) throw new Error(`could never ${name}: ${JSON.stringify(outcome)}`)
  }
  return true
}

/** More than anybody types at one point. */
const wordsForPoint = 1_000

const seedOf = (called: string) => createHash('sha256').update(called).digest().readUInt32LE()

async function told<T>(point: string, deed: Deed, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`at point ${point}, when it was to ${deed.says}: ${why}`, { cause: error })
  }
}
