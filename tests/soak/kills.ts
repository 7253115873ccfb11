import { openAgain } from './deeds.ts'
import type { Laptop } from './laptop.ts'
import { anyAct } from './life.ts'
import { comesTogether, disturbed, handsAt, stillGood } from './session.ts'
import { nothingHalfWritten } from './sound.ts'
import type { Team } from './team.ts'
import { type Walk, walkThrough } from './walk.ts'

export interface Killed {
  kills: number
  /** The names of the write points at which the laptop died. */
  points: string[]
  /** And of all that were passed without dying. */
  seen: string[]
  /** Whether there was no further write point. */
  through: boolean
}

/** Does the same kind of thing again and again, and dies at one write point after the other. */
export async function killAtEveryPoint(team: Team, walk: Walk): Promise<Killed> {
  const at = await disturbed(team)
  const { victim } = at
  const points: string[] = []
  const seen = new Set<string>()
  const through = await walkThrough(at, walk, async (deed, point, _, count) => {
    await deed.prepare()
    await victim.arm({ kind: 'kill', at: point })
    const outcome = await deed.work()
    const died = outcome === null
    const reached = died ? (victim.diedAt() ?? 'unknown') : null
    if (reached !== null) points.push(reached)
    else for (const name of (await victim.arm(null)).names) seen.add(name)
    await deed.after(died)
    if (died) {
      nothingHalfWritten(victim)
      await stillGood(at)
      if (count % 10 === 0) await comesTogether(at)
    }
    return { reached, outcome }
  })
  await comesTogether(at)
  return { kills: points.length, points, seen: [...seen].sort(), through }
}

/** Long enough for several acts, of which any can be cut. */
const longestMs = 1000

/** A long session of everything, killed from outside at `kills` instants of its own time. */
export async function killAtRandom(team: Team, seed: number, kills: number): Promise<Killed> {
  const at = await disturbed(team)
  const { victim, colleague } = at
  const { lot, words } = handsAt(at, seed)
  for (let kill = 1; kill <= kills; kill++) {
    const after = lot.below(longestMs)
    const alive = workUntilKilled(victim, () => anyAct(lot, words.mine), after)
    await colleague.act(anyAct(lot, words.theirs))
    await colleague.act({ do: 'share' })
    await alive
    await openAgain(victim)
    nothingHalfWritten(victim)
    await stillGood(at)
    if (kill % 10 === 0) await comesTogether(at)
  }
  await comesTogether(at)
  return { kills, points: [], seen: [], through: false }
}

async function workUntilKilled(laptop: Laptop, next: () => Parameters<Laptop['act']>[0], ms: number): Promise<void> {
  const killing = new Promise(resolve => setTimeout(resolve, ms)).then(() => laptop.kill())
  while ((await laptop.act(next())) !== null);
  await killing
}
