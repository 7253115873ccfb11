import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Walked, walked } from './acts.ts'
import { errorAtEveryPoint, type GivenError, givenErrors } from './errors.ts'
import { killAtEveryPoint, killAtRandom } from './kills.ts'
import { lotOf } from './lot.ts'
import { playMerges } from './merges.ts'
import { shrink } from './shrink.ts'
import { type Figures, noFigures } from './state.ts'
import { playStory, storyOf } from './story.ts'
import type { Story } from './story-schema.ts'
import type { Team } from './team.ts'

/** What the soak is made of: units with a name, each of some seconds or minutes, done in any order and never twice. */
export interface Unit {
  name: string
  kind: Kind
  /** Throws where something that was promised is not so. `out`: the folder for what is found. */
  run(teamOf: TeamOf, out: string): Promise<Figures>
}

/** A team with this many laptops, as it was left by the unit before. */
export type TeamOf = (size: number) => Promise<Team>

export const kinds = ['kills', 'errors', 'stories', 'merge'] as const
export type Kind = (typeof kinds)[number]

/** No act has as many write points; an act that never gets through would otherwise be tried for ever. */
const mostPoints = 400
const inOnePart = 20
const killsInOneSession = 25

/** Is told what came of the last unit, where it is known: a walk goes on until it is through. */
export type Units = Generator<Unit, void, Figures | undefined>

/** Every unit of a kind. What walks through all points comes to its end; what is drawn by lot does not. */
export function* unitsOf(kind: Kind, seed: number): Units {
  if (kind === 'errors') return yield* errorUnits()
  const walks = kind === 'kills' ? walksOf(walked, killUnit) : noUnits()
  for (let number = seed, figures: Figures | undefined; ; number++) {
    const next = walks.next(figures)
    if (!next.done) figures = yield next.value
    if (kind === 'kills') yield killsUnit(number)
    if (kind === 'stories') yield storyUnit(storyOf(number))
    if (kind === 'merge') yield mergeUnit(number)
  }
}

function* noUnits(): Units {}

/** In an order by lot, the same each time, so that a run that is stopped has tried something of everything. */
function* errorUnits(): Units {
  const lot = lotOf(1)
  const pairs = givenErrors.flatMap(error => walked.map(name => ({ error, name, at: lot.below(1e9) })))
  for (const { error, name } of pairs.toSorted((a, b) => a.at - b.at)) {
    yield* walk(from => errorUnit(error, name, from))
  }
}

function* walksOf<T>(names: readonly T[], unitOf: (name: T, from: number) => Unit): Units {
  for (const name of names) yield* walk(from => unitOf(name, from))
}

/** Part by part, so that a run that is stopped has lost little. */
function* walk(part: (from: number) => Unit): Units {
  for (let from = 1; from <= mostPoints; from += inOnePart) {
    const figures = yield part(from)
    if (figures?.through) return
  }
}

function killUnit(name: Walked, from: number): Unit {
  return {
    name: `kill ${name} ${from}`,
    kind: 'kills',
    run: async teamOf => ({
      ...noFigures,
      ...(await killAtEveryPoint(await teamOf(2), name, { from, count: inOnePart })),
    }),
  }
}

function killsUnit(seed: number): Unit {
  return {
    name: `kills ${seed}`,
    kind: 'kills',
    run: async teamOf => ({ ...noFigures, ...(await killAtRandom(await teamOf(2), seed, killsInOneSession)) }),
  }
}

function errorUnit(error: GivenError, name: Walked, from: number): Unit {
  return {
    name: `${error.code} ${error.lasting} ${name} ${error.of} ${from}`,
    kind: 'errors',
    run: async teamOf => {
      const part = { from, count: inOnePart }
      return { ...noFigures, ...(await errorAtEveryPoint(await teamOf(2), name, error, part)) }
    },
  }
}

function mergeUnit(seed: number): Unit {
  return {
    name: `merge ${seed}`,
    kind: 'merge',
    run: async () => ({ ...noFigures, ...(await playMerges(seed)) }),
  }
}

/** A story that fails is made as short as it can be, and kept as a file that can be told again. */
export function storyUnit(story: Story): Unit {
  return {
    name: `story ${story.seed}`,
    kind: 'stories',
    run: async (teamOf, out) => {
      const team = await teamOf(4)
      try {
        const { kills } = await playStory(team, story)
        return { ...noFigures, stories: 1, kills }
      } catch (error) {
        await forget(team)
        const short = await shorter(team, story)
        const file = join(out, `story-${story.seed}.json`)
        mkdirSync(out, { recursive: true })
        writeFileSync(file, JSON.stringify(short, null, 1))
        throw new Error(`${messageOf(error)}\n  ${short.steps.length} of ${story.steps.length} steps are in ${file}`)
      }
    },
  }
}

async function shorter(team: Team, story: Story): Promise<Story> {
  const fails = async (steps: Story['steps']) => {
    try {
      await playStory(team, { ...story, steps })
      return false
    } catch {
      await forget(team)
      return true
    }
  }
  return { ...story, steps: await shrink(story.steps, fails, 60) }
}

/** What broke down is started afresh. */
export async function forget(team: Team): Promise<void> {
  for (const laptop of team.laptops) await laptop.kill()
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
