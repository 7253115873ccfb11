import { type Walked, walked } from './acts.ts'
import { givenErrors } from './errors.ts'
import { lotOf } from './lot.ts'
import { pointsFrom } from './points.ts'
import type { Figures } from './state.ts'
import { storyOf } from './story.ts'
import { errorUnit, type Kind, killsUnit, killUnit, mergeUnit, storyUnit, type Unit } from './units.ts'

/** All units of the soak, in the order in which something is found soonest. */

/** No act has as many points; one that never gets through would otherwise be tried for ever. */
const mostPoints = 2_000
/** So that a run that is stopped has lost little, and most walks are through in one: each begins with a team of its own. */
const inOnePart = 60

/** Is told what came of the last unit, where it is known: a walk goes on until it is through. */
export type Units = Generator<Unit, void, Figures | undefined>

/** Every unit of a kind. What walks through all points comes to its end; what is drawn by lot does not. */
export function* unitsOf(kind: Kind, seed: number): Units {
  if (kind === 'kills') return yield* killUnits()
  if (kind === 'errors') return yield* errorUnits()
  for (let number = seed; ; number++) yield byNumber[kind](number)
}

const byNumber = { instants: killsUnit, stories: (seed: number) => storyUnit(storyOf(seed)), merge: mergeUnit }

/** First every point by its name, which leads everywhere once; then each time that one is passed. */
function* killUnits(): Units {
  for (const name of walked) yield killUnit(name, 'named')
  for (const name of walked) yield* walk(points => killUnit(name, points))
}

/**
 * First every point by its name with every error; then each time that one is passed, in an order by lot, the same each time: once through everything that is done with one error each, at writes before at
 * reads, then once more with another error. So a run that is stopped has tried every point of everything with something.
 */
function* errorUnits(): Units {
  for (const lasting of ['always', 'once']) {
    for (const error of givenErrors.filter(one => one.lasting === lasting)) {
      for (const name of walked) yield errorUnit(error, name, 'named')
    }
  }
  const lot = lotOf(1)
  const pairs = givenErrors.flatMap(error => walked.map((name: Walked) => ({ error, name, at: lot.below(1e9) })))
  const rounds = new Map<string, number>()
  const inRounds = pairs
    .toSorted((a, b) => a.at - b.at)
    .map(pair => {
      const kind = `${pair.error.lasting} ${pair.error.of} ${pair.name}`
      const round = rounds.get(kind) ?? 0
      rounds.set(kind, round + 1)
      return { ...pair, order: 2 * round + Number(pair.error.of === 'reads') }
    })
  for (const { error, name } of inRounds.toSorted((a, b) => a.order - b.order)) {
    yield* walk(points => errorUnit(error, name, points))
  }
}

function* walk(part: (points: readonly number[]) => Unit): Units {
  for (let from = 1; from <= mostPoints; from += inOnePart) {
    const figures = yield part(pointsFrom(from, inOnePart))
    if (figures?.through) return
  }
}
