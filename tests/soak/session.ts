import type { Act, ActName } from './acts.ts'
import type { Laptop } from './laptop.ts'
import { type NewWords, newWords, oneAct } from './life.ts'
import { type Lot, lotOf } from './lot.ts'
import { nothingMissing, sameEverywhere, soundLaptop, soundShared } from './sound.ts'
import { settle, started } from './story.ts'
import type { Team } from './team.ts'

/** One person at work who is disturbed again and again, with a colleague who works well: what kills and errors are tried on. */
export interface Disturbed {
  team: Team
  /** Whose laptop is disturbed. */
  victim: Laptop
  colleague: Laptop
}

/** What both do next, as the lot has it. */
export interface Hands {
  lot: Lot
  mine(name: ActName): Act
  theirs(name: ActName): Act
  words: { mine: NewWords; theirs: NewWords }
}

export async function disturbed(team: Team): Promise<Disturbed> {
  await team.begin()
  const [victim, colleague] = team.laptops
  if (victim === undefined || colleague === undefined) throw new Error('a team of two at least')
  for (const laptop of team.laptops) await started(laptop)
  return { team, victim, colleague }
}

/** `after`: see `newWords`. */
export function handsAt({ victim, colleague }: Disturbed, seed: number, after = 0): Hands {
  const lot = lotOf(seed)
  const words = { mine: newWords(victim.name, after), theirs: newWords(colleague.name, after) }
  return { lot, words, mine: name => oneAct(name, lot, words.mine), theirs: name => oneAct(name, lot, words.theirs) }
}

/** After a kill and the next start, or after an error: everything is there, whole, and can be worked with. */
export async function stillGood({ team, victim }: Disturbed): Promise<void> {
  soundLaptop(victim)
  nothingMissing(team)
}

/** And sharing works: both have the same in the end. */
export async function comesTogether({ team }: Disturbed): Promise<void> {
  await settle(team)
  soundShared(team)
  sameEverywhere(team)
}
