import type { Act, ActName } from './acts.ts'
import type { Laptop } from './laptop.ts'
import { missingAt } from './ledger.ts'
import { type NewWords, newWords, oneAct } from './life.ts'
import { type Lot, lotOf } from './lot.ts'
import { sameEverywhere, soundLaptop, soundShared } from './sound.ts'
import { settle, started } from './story.ts'
import type { Team } from './team.ts'

/** One person at work who is disturbed again and again, with a colleague who works well: what kills and errors are tried on. */
export interface Disturbed {
  team: Team
  /** Whose laptop is disturbed. */
  victim: Laptop
  colleague: Laptop
  /** An act of the victim, as the lot has it. */
  act(name: ActName): Act
  lot: Lot
}

export async function disturbed(team: Team, seed: number): Promise<Disturbed> {
  await team.begin()
  const [victim, colleague] = team.laptops
  if (victim === undefined || colleague === undefined) throw new Error('a team of two at least')
  for (const laptop of team.laptops) await started(laptop)
  const [lot, words] = [lotOf(seed), newWords(victim.name)]
  return { team, victim, colleague, lot, act: name => oneAct(name, lot, words) }
}

/** The write points that one part of a walk tries. */
export interface Part {
  from: number
  count: number
}

/** An act that is refused for a reason of its own, or that changes little, says nothing of the points that it did not reach. */
export const misses = 4

/** What has to be there before something can be done at all, so that an act does what it is called. */
export async function prepare({ victim, colleague, lot, act }: Disturbed, name: ActName, words: NewWords) {
  const theirs = (one: ActName) => oneAct(one, lot, words)
  switch (name) {
    case 'share':
      // Something to bring in, something to put it together with, and something to send.
      await colleague.act(theirs('edit'))
      await colleague.act({ do: 'share' })
      await victim.act(act('edit'))
      return
    case 'save':
      await victim.act(act('type'))
      return
    case 'remove':
      await victim.act(act('create'))
      return
    case 'describe-picture':
    case 'remove-picture':
      await victim.act(act('add-picture'))
      return
    case 'restore':
      await victim.act(act('create'))
      await victim.act({ do: 'remove', page: 0 })
      return
    case 'decide':
      await colleague.act(theirs('edit'))
      await colleague.act({ do: 'share' })
      await victim.act({ do: 'share' })
      return
    case 'choose':
      return clash(victim, colleague, act, theirs)
    case 'publish':
      return approve(victim, colleague, theirs)
    default:
      return
  }
}

/** The same word of the same block, changed by both. */
async function clash(victim: Laptop, colleague: Laptop, act: Disturbed['act'], theirs: Disturbed['act']) {
  for (const laptop of [victim, colleague, victim]) await laptop.act({ do: 'share' })
  for (const [laptop, made] of [
    [victim, act('edit')],
    [colleague, theirs('edit')],
  ] as const) {
    if (made.do !== 'edit' || !('words' in made.change)) {
      // The lot had an edit without words: the title is one that always has some.
      const comment = (laptop === victim ? act : theirs)('comment')
      if (comment.do !== 'comment') continue
      await laptop.act({ do: 'edit', page: 0, change: { edit: 'retitle', words: comment.words } })
    } else await laptop.act({ do: 'edit', page: 0, change: { edit: 'retitle', words: made.change.words } })
  }
  await colleague.act({ do: 'share' })
  await victim.act({ do: 'share' })
}

async function approve(victim: Laptop, colleague: Laptop, theirs: Disturbed['act']) {
  const [edit, asked, decided] = [theirs('edit'), theirs('ask'), theirs('decide')]
  if (edit.do !== 'edit' || asked.do !== 'ask' || decided.do !== 'decide') return
  await colleague.act({ ...edit, page: 0 })
  await colleague.act({ ...asked, page: 0 })
  await colleague.act({ do: 'share' })
  await victim.act({ do: 'share' })
  await victim.act({ ...decided, page: 0, good: true })
}

/** After a kill and the next start, or after an error: everything is there, whole, and can be worked with. */
export async function stillGood({ team, victim }: Disturbed): Promise<void> {
  soundLaptop(victim)
  const places = team.laptops.map(laptop => laptop.place)
  const missing = missingAt(team.ledger(), places)
  if (missing.length > 0) throw new Error(`words are missing: ${missing.join(', ')}`)
}

/** And sharing works: both have the same in the end. */
export async function comesTogether({ team }: Disturbed): Promise<void> {
  await settle(team)
  soundShared(team)
  sameEverywhere(team)
}
