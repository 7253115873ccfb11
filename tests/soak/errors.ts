import { comesTogether, type Disturbed, disturbed, type Hands, stillGood } from './session.ts'
import { nothingMissing, soundLaptop } from './sound.ts'
import { started } from './story.ts'
import type { Team } from './team.ts'
import { type Walk, walkThrough } from './walk.ts'
import type { Access } from './write-points.ts'

/** A disk that can only be read, no more handles, a locked file, a full disk, a disk that fails, a file in use elsewhere. */
export const codes = ['EROFS', 'EMFILE', 'EACCES', 'ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'ENFILE'] as const

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

export interface Failed {
  errors: number
  /** The names of the points that were given the error. */
  points: string[]
  /** Of those that had it after another one: what is cleared up after an error is passed by no other way. */
  later: string[]
  /** And of all that were passed. */
  seen: string[]
  /** Whether there was no further point. */
  through: boolean
}

/**
 * Does the same kind of thing with an error at one point after the other. Each time it is answered in words, nothing is
 * lost, and it works once the disk does.
 */
export async function errorAtEveryPoint(team: Team, { code, lasting, of }: GivenError, walk: Walk): Promise<Failed> {
  const at = await disturbed(team)
  const { victim } = at
  const failed: Failed = { errors: 0, points: [], later: [], seen: [], through: false }
  const [seen, later] = [new Set<string>(), new Set<string>()]
  failed.through = await walkThrough(at, walk, async (deed, point, hands, count) => {
    await deed.prepare()
    await victim.arm({ kind: 'error', code, at: point, lasting: lasting === 'always', of })
    const outcome = await deed.work()
    const { [of]: passed, faulty, names } = await victim.arm(null)
    for (const name of names) seen.add(name)
    await deed.after(false)
    const [first = null] = faulty
    // A full disk still lets a file be removed, which is a write point all the same.
    const reached = first ?? (typeof point === 'number' && passed >= point ? 'a point that frees room' : null)
    if (reached !== null) {
      failed.errors += first === null ? 0 : 1
      failed.points.push(...faulty.slice(0, 1))
      for (const name of faulty.slice(1)) later.add(name)
      await stillGoodAfter(at, hands, count)
    }
    return { reached, outcome }
  })
  await comesTogether(at)
  return { ...failed, later: [...later].sort(), seen: [...seen].sort() }
}

async function stillGoodAfter(at: Disturbed, { mine }: Hands, count: number): Promise<void> {
  const { victim } = at
  for (const act of [{ do: 'save' }, mine('create')] as const) {
    const outcome = await victim.act(act)
    if (outcome?.kind !== 'done') throw new Error(`after the error it cannot ${act.do}: ${JSON.stringify(outcome)}`)
  }
  nothingMissing(at.team)
  if (count % 5 !== 0) return
  // What is damaged stays so until the next start, which may repair it: git looks through it once for several points.
  soundLaptop(victim)
  await victim.close()
  await started(victim)
  await stillGood(at)
}
