import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** What has been run so far, kept so that the next run goes on where this one stopped. */

const figuresSchema = z.object({
  kills: z.number().default(0),
  errors: z.number().default(0),
  stories: z.number().default(0),
  merges: z.number().default(0),
  /** The names of the write points that were killed or given an error. */
  points: z.array(z.string()).default([]),
  /** The names of those that were given it after another one had been, in the same act. */
  later: z.array(z.string()).default([]),
  /** The names of all points of that kind that were passed, as far as they are known. */
  seen: z.array(z.string()).default([]),
  /** Whether a walk through the write points came to its end in this part. */
  through: z.boolean().default(false),
})
/** How much of each was run, and at which write points. */
export type Figures = z.infer<typeof figuresSchema>

const stateSchema = z.object({
  /** By the name of the unit: `story 17`, `kill share`. */
  done: z.record(z.string(), figuresSchema),
  /** By the name of the unit: what was found. A unit that failed is run again. */
  failed: z.record(z.string(), z.string()),
})
export type State = z.infer<typeof stateSchema>

export const noFigures: Figures = {
  kills: 0,
  errors: 0,
  stories: 0,
  merges: 0,
  points: [],
  later: [],
  seen: [],
  through: false,
}

export const noneDone: State = { done: {}, failed: {} }

export function readState(file: string): State {
  return existsSync(file) ? stateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : noneDone
}

export function writeState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = join(dirname(file), `.${process.pid}.json`)
  writeFileSync(fresh, JSON.stringify(state, null, 1))
  renameSync(fresh, file)
}

export function withDone({ done, failed }: State, unit: string, figures: Figures): State {
  const { [unit]: _, ...stillFailing } = failed
  return { done: { ...done, [unit]: figures }, failed: stillFailing }
}

export function withFailed(state: State, unit: string, why: string): State {
  return { ...state, failed: { ...state.failed, [unit]: why } }
}

export function sumOf({ done }: State): Figures {
  return Object.values(done).reduce(
    (sum, one) => ({
      kills: sum.kills + one.kills,
      errors: sum.errors + one.errors,
      stories: sum.stories + one.stories,
      merges: sum.merges + one.merges,
      points: [...new Set([...sum.points, ...one.points])].sort(),
      later: [...new Set([...sum.later, ...one.later])].sort(),
      seen: [...new Set([...sum.seen, ...one.seen])].sort(),
      through: false,
    }),
    noFigures,
  )
}

/** How often each thing was killed and given errors, and by which codes. */
export function countsIn({ done }: State): Record<string, ReadonlyMap<string, number>> {
  const [kills, errors, codes] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const add = (counts: Map<string, number>, name: string, count: number) =>
    count > 0 && counts.set(name, (counts.get(name) ?? 0) + count)
  for (const [unit, figures] of Object.entries(done)) {
    const [first = '', second = '', third = ''] = unit.split(' ')
    const of = { kill: second, kills: 'at random instants', story: 'in stories' }[first]
    add(kills, of ?? unit, figures.kills)
    add(errors, third, figures.errors)
    add(codes, first, figures.errors)
  }
  return { Kills: kills, Errors: errors, 'Errors by their codes': codes }
}
