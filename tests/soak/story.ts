import type { Manner } from '../git-server/rough-line.ts'
import type { Act } from './acts.ts'
import type { Laptop } from './laptop.ts'
import { anyAct, newWords, oneAct } from './life.ts'
import { type Lot, lotOf } from './lot.ts'
import { headOf, nothingHalfWritten, nothingMissing, sameEverywhere, soundLaptop, soundShared } from './sound.ts'
import type { Line, Step, Story } from './story-schema.ts'
import { names, type Team } from './team.ts'

export function storyOf(seed: number): Story {
  const lot = lotOf(seed)
  const words = names.map(newWords)
  const length = 12 + lot.below(28)
  return { seed, steps: Array.from({ length }, () => stepOf(lot, words)) }
}

function stepOf(lot: Lot, words: readonly ReturnType<typeof newWords>[]): Step {
  const who = lot.below(names.length)
  const kind = lot.below(100)
  if (kind < 8) return { who, step: 'line', line: lot.one(['rough', 'rough', 'off', 'well']) }
  // A clock that was never set, one that is set right, a battery that was taken out.
  if (kind < 12) return { who, step: 'clock', minutes: lot.one([-525_600, -90, 90, 525_600]) }
  if (kind < 15) return { who, step: 'restart' }
  const act = anyAct(lot, words[who] ?? newWords('alex'))
  const killAt = lot.chance(5) ? 1 + lot.below(60) : null
  return { who, step: 'act', act, meanwhile: lot.chance(20), killAt }
}

export interface Played {
  kills: number
  acts: number
  /** What people were told when something could not be done: how often by its code. */
  refusals: Record<string, number>
}

/** Plays it on the real desk over a real server. Throws where something that was promised is not so. */
export async function playStory(team: Team, { seed, steps }: Story): Promise<Played> {
  await team.begin()
  const played: Played = { kills: 0, acts: 0, refusals: {} }
  for (const laptop of team.laptops) await started(laptop)
  let under: Promise<unknown>[] = []
  for (const [index, step] of steps.entries()) {
    const laptop = team.laptops[step.who]
    if (laptop === undefined) continue
    const before = under
    // One person does one thing at a time; the others carry on.
    const work = before.length === 0 ? play(team, laptop, step, seed, played) : inTurn(before, step, index)
    if (step.step === 'act' && step.meanwhile) under = [...before, work]
    else {
      await Promise.all([...before, work])
      under = []
    }
  }
  await Promise.all(under)
  await settle(team)
  nothingMissing(team)
  await answerAll(team, lotOf(-seed))
  await settle(team)
  for (const laptop of team.laptops) soundLaptop(laptop)
  soundShared(team)
  sameEverywhere(team)
  nothingMissing(team)
  return played

  function inTurn(before: readonly Promise<unknown>[], step: Step, index: number): Promise<unknown> {
    const laptop = team.laptops[step.who]
    const sameHands = steps.slice(index - before.length, index).some(one => one.who === step.who)
    if (laptop === undefined) return Promise.resolve()
    return (sameHands ? Promise.all(before) : Promise.resolve()).then(() => play(team, laptop, step, seed, played))
  }
}

async function play(team: Team, laptop: Laptop, step: Step, seed: number, played: Played): Promise<void> {
  switch (step.step) {
    case 'line':
      return setLine(team, step.who, step.line, seed)
    case 'clock':
      laptop.now += step.minutes * 60_000
      return
    case 'restart':
      await laptop.close()
      return started(laptop)
    case 'act': {
      if (step.killAt !== null) await laptop.arm({ kind: 'kill', at: step.killAt })
      const outcome = await laptop.act(step.act)
      played.acts += 1
      if (outcome?.kind === 'refused') played.refusals[outcome.code] = (played.refusals[outcome.code] ?? 0) + 1
      if (outcome === null) {
        played.kills += 1
        await started(laptop)
        nothingHalfWritten(laptop)
        soundLaptop(laptop)
      } else if (step.killAt !== null) await laptop.arm(null)
    }
  }
}

export async function started(laptop: Laptop): Promise<void> {
  if ((await laptop.open()) === null) throw new Error(`${laptop.name}’s laptop died while it was started`)
}

function setLine(team: Team, who: number, line: Line, seed: number): void {
  const lot = lotOf(seed * 31 + who)
  team.lines[who]?.behave(() => (line === 'rough' ? roughly(lot) : { kind: line }))
}

function roughly(lot: Lot): Manner {
  const afterBytes = lot.one([0, 4, 40, 200, 600])
  return lot.one<Manner>([
    { kind: 'well' },
    { kind: 'well' },
    { kind: 'well' },
    { kind: 'late', ms: 30 },
    { kind: 'cut-going', afterBytes },
    { kind: 'cut-coming', afterBytes },
    { kind: 'shortened', afterBytes },
    { kind: 'lost' },
    { kind: 'twice' },
  ])
}

const mostRounds = 12
const mostAnswers = 20

/** Everybody is online again, makes versions of what they typed, and shares until there is nothing left to share. */
export async function settle(team: Team): Promise<void> {
  for (const line of team.lines) line.behave(() => ({ kind: 'well' }))
  for (const laptop of team.laptops) await must(laptop, { do: 'save' })
  let before = ''
  for (let round = 0; round < mostRounds; round++) {
    for (const laptop of team.laptops) await must(laptop, { do: 'share' })
    const now = headOf(team)
    if (now === before) return
    before = now
  }
  throw new Error(`after ${mostRounds} rounds of sharing there is still something new`)
}

/** What was typed is a version, and the shared copy has all versions. */
export async function shareAll(laptop: Laptop): Promise<void> {
  for (const act of [{ do: 'save' }, { do: 'share' }] as const) await must(laptop, act)
}

/** Everybody answers the questions that were left, which may lead to others. */
async function answerAll({ laptops }: Team, lot: Lot): Promise<void> {
  for (const laptop of laptops) {
    const words = newWords(laptop.name, 5000)
    for (let answered = 0; answered < mostAnswers; answered++) {
      const outcome = await laptop.act(oneAct('choose', lot, words))
      if (outcome?.kind === 'nothing') break
    }
  }
}

async function must(laptop: Laptop, act: Act): Promise<void> {
  const outcome = await laptop.act(act)
  if (outcome?.kind === 'done' || outcome?.kind === 'nothing') return
  throw new Error(`${laptop.name} could not ${act.do} in the end: ${JSON.stringify(outcome)}`)
}
