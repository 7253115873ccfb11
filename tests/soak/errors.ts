import type { ActName } from './acts.ts'
import { newWords } from './life.ts'
import { comesTogether, type Disturbed, disturbed, misses, type Part, prepare, stillGood } from './session.ts'
import { started } from './story.ts'
import type { Team } from './team.ts'
import type { Passed } from './write-points.ts'

/** A full disk, a disk that can only be read, no more handles, a disk that fails, and one that somebody locked. */
export const errorCodes = ['ENOSPC', 'EROFS', 'EMFILE', 'EIO', 'EACCES'] as const

/** What is tried with each of them at each of its write points. */
export const tried: readonly ActName[] = [
  'edit',
  'share',
  'type',
  'save',
  'create',
  'copy',
  'move',
  'remove',
  'restore',
  'put-back',
  'comment',
  'decide',
  'choose',
  'undo',
  'publish',
]

export interface Tried {
  errors: number
  /** The names of the write points that were given the error. */
  points: string[]
  /** What people were told, and how often. */
  told: Record<string, number>
  /** Whether there was no further write point. */
  through: boolean
}

/** Once alone, or from there on until somebody mends it. */
export type Lasting = 'once' | 'always'

/**
 * Does the same kind of thing with an error at one write point after the other until it is through. Each time it is
 * answered in words, nothing is lost, and it works once the disk does.
 */
export async function errorAtEveryPoint(
  team: Team,
  name: ActName,
  { code, lasting }: { code: string; lasting: Lasting },
  { from, count: most }: Part,
): Promise<Tried> {
  const at = await disturbed(team, from)
  const theirs = newWords(at.colleague.name)
  const tried: Tried = { errors: 0, points: [], told: {}, through: false }
  let missed = 0
  for (let point = from; point < from + most && missed < misses; ) {
    const given = { code, at: point, lasting: lasting === 'always' }
    const { count, faulty } = await fail(at, name, given, theirs, tried)
    missed = count < point ? missed + 1 : 0
    if (count < point) continue
    // A full disk still lets a file be removed, which is a write point all the same.
    tried.errors += faulty.length > 0 ? 1 : 0
    tried.points.push(...faulty.slice(0, 1))
    await stillGoodAfter(at, point)
    point += 1
  }
  tried.through = missed === misses
  await comesTogether(at)
  return tried
}

type Given = { code: string; at: number; lasting: boolean }

/** Answers how many write points were passed, and which of them were faulty. */
async function fail(
  at: Disturbed,
  name: ActName,
  given: Given,
  theirs: ReturnType<typeof newWords>,
  tried: Tried,
): Promise<Passed> {
  const { victim } = at
  await prepare(at, name, theirs)
  await victim.arm({ kind: 'error', ...given })
  const outcome = await victim.act(at.act(name))
  const passed = await victim.arm(null)
  if (outcome !== null && 'sentence' in outcome && passed.faulty.length > 0) {
    tried.told[outcome.sentence] = (tried.told[outcome.sentence] ?? 0) + 1
  }
  if (outcome?.kind === 'refused' && passed.faulty.length === 0) {
    // Without an error it is refused for a reason of its own, such as one's own work: nothing to be learnt from.
    tried.told[outcome.code] = (tried.told[outcome.code] ?? 0) + 1
  }
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
