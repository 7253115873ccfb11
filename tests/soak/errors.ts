import type { Walked } from './acts.ts'
import { newWords } from './life.ts'
import { plainWords } from './plain-words.ts'
import { comesTogether, type Disturbed, disturbed, misses, type Part, prepare, stillGood } from './session.ts'
import { started } from './story.ts'
import type { Team } from './team.ts'
import type { Access, Passed } from './write-points.ts'

/** A disk that can only be read, no more handles, a locked file, a full disk, a disk that fails, a file in use elsewhere. */
const codes = ['EROFS', 'EMFILE', 'EACCES', 'ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'ENFILE'] as const

export interface GivenError {
  code: (typeof codes)[number]
  /** Once alone, or from there on until somebody mends it. */
  lasting: 'once' | 'always'
  of: Access
}

const written = codes.flatMap(code => [
  { code, lasting: 'always', of: 'writes' } as const,
  { code, lasting: 'once', of: 'writes' } as const,
])
/** What cannot be read must never count as what is not there. */
const read = [
  { code: 'EIO', lasting: 'once', of: 'reads' },
  { code: 'EMFILE', lasting: 'always', of: 'reads' },
  { code: 'EACCES', lasting: 'always', of: 'reads' },
] as const

/** Where something can be found soonest comes first: a run has an end. */
export const givenErrors: readonly GivenError[] = [...read.slice(0, 1), ...written, ...read.slice(1)]

export interface Tried {
  errors: number
  /** The names of the points that were given the error. */
  points: string[]
  /** Whether there was no further point. */
  through: boolean
}

/**
 * Does the same kind of thing with an error at one point after the other until it is through. Each time it is answered in
 * words, nothing is lost, and it works once the disk does.
 */
export async function errorAtEveryPoint(
  team: Team,
  name: Walked,
  error: GivenError,
  { from, count: most }: Part,
): Promise<Tried> {
  const at = await disturbed(team, from)
  const theirs = newWords(at.colleague.name)
  const tried: Tried = { errors: 0, points: [], through: false }
  let missed = 0
  for (let point = from; point < from + most && missed < misses; ) {
    const passed = await fail(at, name, error, point, theirs)
    missed = passed[error.of] < point ? missed + 1 : 0
    if (missed > 0) continue
    // A full disk still lets a file be removed, which is a write point all the same.
    tried.errors += passed.faulty.length > 0 ? 1 : 0
    tried.points.push(...passed.faulty.slice(0, 1))
    await stillGoodAfter(at, point)
    point += 1
  }
  tried.through = missed === misses
  await comesTogether(at)
  return tried
}

/** Answers how many points were passed, and which of them were faulty. */
async function fail(
  at: Disturbed,
  name: Walked,
  { code, lasting, of }: GivenError,
  point: number,
  theirs: ReturnType<typeof newWords>,
): Promise<Passed> {
  const { victim } = at
  await prepare(at, name === 'open' ? 'share' : name, theirs)
  if (name === 'open') await victim.close()
  await victim.arm({ kind: 'error', code, at: point, lasting: lasting === 'always', of })
  if (name === 'open') return failOpening(at)
  await victim.act(at.act(name))
  return victim.arm(null)
}

/** Where a workspace does not open, or opens to be read only, a sentence says why, and the next time it opens. */
async function failOpening({ victim }: Disturbed): Promise<Passed> {
  const said = await victim.ask({ ask: 'open', place: victim.place, now: victim.now })
  if (said?.say === 'opened') plainWords(...said.notices, ...(said.readOnly === null ? [] : [said.readOnly]))
  if (said?.say === 'outcome' && 'sentence' in said.outcome) plainWords(said.outcome.sentence, said.outcome.nextStep)
  const passed = await victim.arm(null)
  await victim.close()
  await started(victim)
  return passed
}

async function stillGoodAfter(at: Disturbed, point: number): Promise<void> {
  const { victim } = at
  for (const act of [{ do: 'save' }, at.act('create')] as const) {
    const outcome = await victim.act(act)
    if (outcome?.kind !== 'done') throw new Error(`after the error it cannot ${act.do}: ${JSON.stringify(outcome)}`)
  }
  if (point % 5 === 0) {
    await victim.close()
    await started(victim)
  }
  await stillGood(at)
  if (point % 20 === 0) await comesTogether(at)
}
