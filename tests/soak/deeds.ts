import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ActName, Walked } from './acts.ts'
import type { Laptop } from './laptop.ts'
import type { Outcome } from './outcomes.ts'
import { prepared, somethingToShare } from './prepared.ts'
import type { Disturbed, Hands } from './session.ts'
import { asItsNewest, soundWorkspace } from './sound.ts'
import { shareAll } from './story.ts'

/** One thing that is walked through: done once, with a fault in the middle of it. */
export interface Deed {
  /** For whoever reads what was found. */
  says: string
  /** While all is well. */
  prepare(): Promise<void>
  /** With the fault. Null when the laptop died of it. */
  work(): Promise<Outcome | null>
  /** All is well again: leaves the laptop with its workspace open, or throws what is wrong with it. */
  after(died: boolean): Promise<void>
}

export function deedOf(at: Disturbed, name: Walked, hands: Hands): Deed {
  switch (name) {
    case 'open':
      return opening(at, hands)
    case 'join':
      return joining(at, hands)
    case 'begin':
      return beginning(at, hands)
    default:
      return acting(at, name, hands)
  }
}

function acting(at: Disturbed, name: ActName, hands: Hands): Deed {
  const { victim } = at
  const { act, prepare } = prepared(at, name, hands)
  return {
    says: JSON.stringify(act),
    prepare,
    work: () => victim.act(act),
    after: async died => (died ? openAgain(victim) : undefined),
  }
}

/** After a kill in the middle of sharing, so that there is something to put right. */
function opening(at: Disturbed, hands: Hands): Deed {
  const { victim } = at
  return {
    says: 'open its workspace',
    async prepare() {
      await somethingToShare(at, hands)
      await victim.act(hands.mine('type'))
      await victim.arm({ kind: 'kill', at: 30 + hands.lot.below(50) })
      await victim.act({ do: 'share' })
      await victim.kill()
    },
    work: () => victim.enter('open'),
    async after() {
      await victim.close()
      await openAgain(victim)
    },
  }
}

/** One plain sentence says what was recovered, wherever something was. */
export async function openAgain(laptop: Laptop): Promise<void> {
  const opened = await laptop.open()
  if (opened === null) throw new Error('the laptop died of nothing')
  const told = opened.notices.filter(notice => notice.includes('recovered')).length
  if (told !== opened.recovered) {
    throw new Error(`${opened.recovered} pages were recovered and ${told} were told: ${opened.notices.join(' ')}`)
  }
}

/** On a laptop on which nothing is yet. What came before the fault is gone on with. */
function joining(at: Disturbed, hands: Hands): Deed {
  const { victim, colleague } = at
  const { root, data } = victim.place
  return {
    says: 'join the team’s workspace',
    async prepare() {
      if (!existsSync(join(colleague.place.root, 'media/poster.gif'))) {
        await colleague.act({ do: 'add-picture', name: 'poster', words: hands.words.theirs(1) })
      }
      await colleague.act(hands.theirs('edit'))
      for (const laptop of [victim, colleague]) await shareAll(laptop)
      await victim.close()
      for (const folder of [root, data]) rmSync(folder, { recursive: true, force: true })
    },
    work: () => victim.enter('join'),
    async after() {
      await victim.close()
      await enterOrOpen(victim, 'join', root)
      const beside = readdirSync(dirname(root)).filter(name => ![basename(root), basename(data)].includes(name))
      if (beside.length > 0) throw new Error(`joining left something beside the workspace: ${beside.join(', ')}`)
    },
  }
}

/** A workspace of its own, beside the team's. */
function beginning({ team, victim }: Disturbed, hands: Hands): Deed {
  const root = join(dirname(victim.place.root), 'another-offer')
  return {
    says: 'start a new workspace',
    async prepare() {
      await victim.close()
    },
    work: () => victim.enter('begin', root),
    async after() {
      await victim.close()
      await enterOrOpen(victim, 'begin', root)
      soundWorkspace(victim.name, root)
      asItsNewest(victim.name, root)
      const words = hands.words.mine(1)
      const made = await victim.act({ do: 'create', section: 0, words })
      if (made?.kind !== 'done') throw new Error(`no page can be made in it: ${JSON.stringify(made)}`)
      team.ledger().takesOut(victim.name, words)
      await victim.close()
      rmSync(root, { recursive: true })
      await openAgain(victim)
    },
  }
}

/** The same way again; where that one says that the workspace is there, it can be opened, and is. */
async function enterOrOpen(laptop: Laptop, way: 'join' | 'begin', root: string): Promise<void> {
  const again = await laptop.enter(way, root)
  if (again?.kind === 'done') return
  const opened = await laptop.enter('open', root)
  if (opened?.kind === 'done' && opened.readOnly === null) return
  throw new Error(`after ${JSON.stringify(again)} it cannot be opened: ${JSON.stringify(opened)}`)
}
