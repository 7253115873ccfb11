import type { ActName, Walked } from './acts.ts'
import type { Laptop } from './laptop.ts'
import { anyAct, newWords } from './life.ts'
import { comesTogether, type Disturbed, disturbed, misses, type Part, prepare, stillGood } from './session.ts'
import { nothingHalfWritten } from './sound.ts'
import type { Team } from './team.ts'

export interface Killed {
  kills: number
  /** The names of the write points at which the laptop died. */
  points: string[]
  /** Whether there was no further write point. */
  through: boolean
}

/** Does the same kind of thing again and again, and dies at one write point after the other until it is through. */
export async function killAtEveryPoint(team: Team, name: Walked, { from, count }: Part): Promise<Killed> {
  const at = await disturbed(team, from)
  const theirs = newWords(at.colleague.name)
  const points: string[] = []
  let missed = 0
  for (let point = from; point < from + count && missed < misses; ) {
    const died = name === 'open' ? await dieOpening(at, point, theirs) : await dieDoing(at, name, point, theirs)
    missed = died ? 0 : missed + 1
    if (!died) continue
    points.push(at.victim.diedAt() ?? 'unknown')
    await openedAgain(at)
    if (point % 10 === 0) await comesTogether(at)
    point += 1
  }
  await comesTogether(at)
  return { kills: points.length, points, through: missed === misses }
}

async function dieDoing(at: Disturbed, name: ActName, point: number, theirs: ReturnType<typeof newWords>) {
  const { victim } = at
  await prepare(at, name, theirs)
  await victim.arm({ kind: 'kill', at: point })
  const outcome = await victim.act(at.act(name))
  if (outcome === null) return true
  await victim.arm(null)
  return false
}

/** After a kill in the middle of sharing, so that there is something to put right. */
async function dieOpening(at: Disturbed, point: number, theirs: ReturnType<typeof newWords>): Promise<boolean> {
  const { victim, lot } = at
  await prepare(at, 'share', theirs)
  await victim.act(at.act('type'))
  await victim.arm({ kind: 'kill', at: 30 + lot.below(50) })
  await victim.act({ do: 'share' })
  await victim.kill()
  await victim.arm({ kind: 'kill', at: point })
  if ((await victim.open()) === null) return true
  await victim.arm(null)
  return false
}

/** One plain sentence says what was recovered, wherever something was. */
async function openedAgain(at: Disturbed): Promise<void> {
  const opened = await at.victim.open()
  if (opened === null) throw new Error('the laptop died of nothing')
  const told = opened.notices.filter(notice => notice.includes('recovered')).length
  if (told !== opened.recovered) {
    throw new Error(`${opened.recovered} pages were recovered and ${told} were told: ${opened.notices.join(' ')}`)
  }
  nothingHalfWritten(at.victim)
  await stillGood(at)
}

/** Long enough for several acts, of which any can be cut. */
const longestMs = 1000

/** A long session of everything, killed from outside at `kills` instants of its own time. */
export async function killAtRandom(team: Team, seed: number, kills: number): Promise<Killed> {
  const at = await disturbed(team, seed)
  const { victim, colleague, lot } = at
  const [mine, theirs] = [newWords(victim.name), newWords(colleague.name)]
  for (let kill = 1; kill <= kills; kill++) {
    const after = lot.below(longestMs)
    const alive = workUntilKilled(victim, () => anyAct(lot, mine), after)
    await colleague.act(anyAct(lot, theirs))
    await colleague.act({ do: 'share' })
    await alive
    await openedAgain(at)
    if (kill % 10 === 0) await comesTogether(at)
  }
  await comesTogether(at)
  return { kills, points: [], through: false }
}

async function workUntilKilled(laptop: Laptop, next: () => Parameters<Laptop['act']>[0], ms: number): Promise<void> {
  const killing = new Promise(resolve => setTimeout(resolve, ms)).then(() => laptop.kill())
  while ((await laptop.act(next())) !== null);
  await killing
}
