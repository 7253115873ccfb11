import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Walked, walked } from './acts.ts'
import { codes, errorAtEveryPoint, type GivenError, givenErrors } from './errors.ts'
import { killAtEveryPoint, killAtRandom } from './kills.ts'
import { playMerges } from './merges.ts'
import { pointsIn, pointsSaid } from './points.ts'
import { shrink } from './shrink.ts'
import { type Figures, noneDone, type State } from './state.ts'
import { playStory, storyOf } from './story.ts'
import type { Story } from './story-schema.ts'
import { isAllStruck, struckBy } from './struck.ts'
import type { Team } from './team.ts'
import type { Walk } from './walk.ts'

/** What the soak is made of: units of some seconds or minutes, each of which its name says in full. */
export interface Unit {
  name: string
  kind: Kind
  /** Throws where something that was promised is not so. `out`: the folder for what is found. `state`: what is done. */
  run(teamOf: TeamOf, out: string, state?: State): Promise<Partial<Figures>>
}

/** A team with this many laptops, as it was left by the unit before. */
export type TeamOf = (size: number) => Promise<Team>

/** Kills and errors walk through all points; `instants` are kills at any time. */
export const kinds = ['kills', 'instants', 'errors', 'stories', 'merge'] as const
export type Kind = (typeof kinds)[number]

const killsInOneSession = 25

/** The unit of this name. Throws a sentence where there is none. */
export function unitNamed(name: string): Unit {
  for (const { form, unitOf } of forms) {
    const said = form.exec(name)?.groups
    const unit = said === undefined ? null : unitOf(said)
    if (unit !== null) return unit
  }
  throw new Error(
    `There is no unit “${name}”. Units are named like ${forms.map(({ such }) => `“${such}”`).join(', ')}.\n` +
      `What is killed or given errors: ${walked.join(', ')}.\n` +
      `Errors: ${codes.join(', ')}; “once” or “always”, at “writes”; those at reads: ${readErrors}.\n` +
      'Points by their numbers, or “named”: each by its name, but those that had it before.',
  )
}

const readErrors = givenErrors
  .flatMap(({ code, lasting, of }) => (of === 'reads' ? [`${code} ${lasting}`] : []))
  .join(', ')

type Said = Partial<Record<string, string>>

/** How units are named. Null where the name says nothing that there is. */
const forms: readonly { form: RegExp; such: string; unitOf(said: Said): Unit | null }[] = [
  {
    form: /^kill (?<what>\S+) (?<points>\S+)$/,
    such: 'kill edit 21-40',
    unitOf(said) {
      const [what, points] = [walked.find(one => one === said.what), wished(said.points ?? '')]
      return what === undefined || points === null ? null : killUnit(what, points)
    },
  },
  {
    form: /^(?<code>E[A-Z]+) (?<lasting>\S+) (?<what>\S+) (?<of>\S+) (?<points>\S+)$/,
    such: 'EIO once edit writes 22,33',
    unitOf(said) {
      const error = givenErrors.find(
        ({ code, lasting, of }) => code === said.code && lasting === said.lasting && of === said.of,
      )
      const [what, points] = [walked.find(one => one === said.what), wished(said.points ?? '')]
      return what === undefined || error === undefined || points === null ? null : errorUnit(error, what, points)
    },
  },
  { form: /^kills (?<seed>\d+)$/, such: 'kills 7', unitOf: ({ seed }) => killsUnit(Number(seed)) },
  { form: /^story (?<seed>\d+)$/, such: 'story 7', unitOf: ({ seed }) => storyUnit(storyOf(Number(seed))) },
  { form: /^merge (?<unit>\d+)$/, such: 'merge 7', unitOf: ({ unit }) => mergeUnit(Number(unit)) },
]

/** The points that a part of a walk tries: some by their numbers, or each by its name. */
export type Points = readonly number[] | 'named'
const wished = (said: string): Points | null => (said === 'named' ? said : pointsIn(said))

export function killUnit(name: Walked, points: Points): Unit {
  return walkUnit('kills', `kill ${name}`, name, points, killAtEveryPoint)
}

export function errorUnit(error: GivenError, name: Walked, points: Points): Unit {
  const called = `${error.code} ${error.lasting} ${name} ${error.of}`
  return walkUnit('errors', called, name, points, (team, walk) => errorAtEveryPoint(team, error, walk))
}

export const killsUnit = (seed: number): Unit => ({
  name: `kills ${seed}`,
  kind: 'instants',
  run: async teamOf => killAtRandom(await teamOf(2), seed, killsInOneSession),
})

export const mergeUnit = (unit: number): Unit => ({
  name: `merge ${unit}`,
  kind: 'merge',
  run: () => playMerges(unit),
})

type Go = (team: Team, walk: Walk) => Promise<Partial<Figures>>

function walkUnit(kind: Kind, called: string, name: Walked, points: Points, go: Go): Unit {
  return points === 'named'
    ? { name: `${called} named`, kind, run: (teamOf, _, state) => byNames(teamOf, called, name, go, state) }
    : { name: `${called} ${pointsSaid(points)}`, kind, run: teamOf => byNumbers(teamOf, called, name, points, go) }
}

/** Every point by its name that did not have this before, in whatever was done. */
async function byNames(teamOf: TeamOf, called: string, name: Walked, go: Go, state = noneDone) {
  if (isAllStruck(state, called)) return { through: true }
  return go(await teamOf(2), { called, name, points: { but: struckBy(state, called) } })
}

/** A part of a walk that fails is tried again with as few of its points as it takes, and says how to do so. */
async function byNumbers(teamOf: TeamOf, called: string, name: Walked, points: readonly number[], go: Go) {
  const team = await teamOf(2)
  let last = 0
  const onPoint = (point: number) => {
    last = point
  }
  try {
    return await go(team, { called, name, points, onPoint })
  } catch (error) {
    await forget(team)
    const fails = failing(team, (some: readonly number[]) => go(team, { called, name, points: some }))
    const fewest = await fewestOf(points.slice(0, points.indexOf(last) + 1), fails)
    const again = fewest === null ? 'It did not fail when it was tried again' : 'again'
    throw new Error(
      `${messageOf(error)}\n  ${again}: npm run soak -- --unit '${called} ${pointsSaid(fewest ?? points)}'`,
    )
  }
}

/** The last one alone, where it is enough. Null where they do not fail again. */
async function fewestOf(points: readonly number[], fails: (some: readonly number[]) => Promise<boolean>) {
  if (await fails(points.slice(-1))) return points.slice(-1)
  return points.length > 1 && (await fails(points)) ? shrink(points, fails, mostTries) : null
}

const mostTries = 20

/** A story that fails is made as short as it can be, and kept as a file that can be told again. */
export function storyUnit(story: Story): Unit {
  return {
    name: `story ${story.seed}`,
    kind: 'stories',
    run: async (teamOf, out) => {
      const team = await teamOf(4)
      try {
        const { kills } = await playStory(team, story)
        return { stories: 1, kills }
      } catch (error) {
        await forget(team)
        const fails = failing(team, (steps: Story['steps']) => playStory(team, { ...story, steps }))
        const steps = await shrink(story.steps, fails, 60)
        const file = join(out, `story-${story.seed}.json`)
        mkdirSync(out, { recursive: true })
        writeFileSync(file, JSON.stringify({ ...story, steps }, null, 1))
        throw new Error(
          `${messageOf(error)}\n  ${steps.length} of ${story.steps.length} steps are in ${file}\n` +
            `  again: npm run soak -- --story ${file}`,
        )
      }
    },
  }
}

/** Whether some of it still fails. */
function failing<T>(
  team: Team,
  play: (some: readonly T[]) => Promise<unknown>,
): (some: readonly T[]) => Promise<boolean> {
  return async some => {
    try {
      await play(some)
      return false
    } catch {
      await forget(team)
      return true
    }
  }
}

/** What broke down is started afresh. */
export async function forget(team: Team): Promise<void> {
  for (const laptop of team.laptops) await laptop.kill()
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
