import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { codeOf, lstatOrNull, orDiskTrouble, replaceFile } from '../files/index.ts'
import { bringAnew } from './bring.ts'
import type { Desk } from './desk.ts'
import { readJournal, removeJournal } from './journal.ts'
import { askHeads } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import { isDamage, readStored } from './objects.ts'
import type { Line } from './question.ts'
import {
  broughtBack,
  isWhole,
  keepConfig,
  listPacks,
  looksSound,
  mend,
  readIncomplete,
  rejoinShared,
  sayMended,
} from './repair/index.ts'
import type { Repository } from './repository.ts'
import { orTrouble } from './trouble.ts'

/** At a start: a few looks at what a power cut damages first, and the repair where one fails. Answers what to say of it. */
export async function mendAtStart(desk: Desk): Promise<string | null> {
  const { repository } = desk
  const sentence = (await looksSound(repository)) ? null : await mendHere(desk, true)
  await listPacks(repository)
  await keepConfig(repository)
  return sentence
}

/** Reads everything while nobody waits, and puts right what is found. Answers what to say of it; null where all is well. */
export async function examine(desk: Desk): Promise<string | null> {
  if (desk.deps.readOnly || (await readIncomplete(desk.repository)) !== null) return null
  return (await isWhole(desk.repository)) ? null : desk.inTurn(() => mendHere(desk, true))
}

const examineEveryMs = 7 * 24 * 3_600_000
const examinedSchema = z.object({ at: instantSchema })

/** The same, once a week: what a disk spoils by itself, it spoils slowly. */
export async function examineIfDue(desk: Desk): Promise<string | null> {
  const file = join(desk.deps.cache, 'examined.json')
  const now = desk.deps.now()
  const text = await desk.disk.readFile(file, 'utf8').catch(() => '{}')
  const last = examinedSchema.safeParse(jsonOf(text))
  const ago = last.success ? now.getTime() - Date.parse(last.data.at) : Number.POSITIVE_INFINITY
  if (ago >= 0 && ago < examineEveryMs) return null
  const looked = await orDiskTrouble(async () => ({ sentence: await examine(desk) }))
  // A disk that does not let one look at this moment is looked through the next time.
  if (isRefusal(looked)) return null
  // Only for the next time: where the disk has no room for it, it is looked through sooner, and what was mended is told.
  const noted = JSON.stringify({ at: now.toISOString() })
  await orDiskTrouble(() => replaceFile(desk.disk, join(desk.deps.cache, 'tmp'), file, noted))
  return looked.sentence
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Runs `work` once more after a repair, where it met something damaged. */
export async function orMended<T>(desk: Desk, work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  const answer = await orTrouble(work)
  if (!isRefusal(answer) || answer.code !== 'history-damaged' || desk.deps.readOnly) return answer
  if ((await readIncomplete(desk.repository)) !== null) return answer
  const mended = await orTrouble(() => desk.inTurn(() => mendHere(desk, true)))
  if (isRefusal(mended)) return mended
  desk.untold.push(mended)
  return orTrouble(work)
}

/** The same for reading: null where what was asked for is damaged and cannot be put right here. */
export async function orNullIfDamaged<T>(desk: Desk, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  const again = await orMended(desk, work)
  return isRefusal(again) ? null : again
}

/** Before a sharing: brings back what is missing on this laptop. Null where nothing is. */
export async function mendFromShared(desk: Desk, line: Line): Promise<null | { kind: 'mended' } | Waiting | Refusal> {
  const { repository, workTree } = desk
  if ((await readIncomplete(repository)) === null) return null
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  const theirs = heads.get('main')
  if (theirs !== undefined) {
    const brought = await bringAnew(line, heads)
    if (brought.kind !== 'brought') return brought
    await desk.inTurn(() => rejoinShared(repository, workTree, theirs))
  }
  await desk.inTurn(() => mendHere(desk, false))
  desk.untold.push(broughtBack)
  return { kind: 'mended' }
}

async function mendHere(desk: Desk, mayAsk: boolean): Promise<string> {
  const { repository, workTree, deps } = desk
  const now = () => instantSchema.parse(deps.now().toISOString())
  const mended = await mend(repository, { workTree, now, mayAsk })
  await dropUselessJournal(repository)
  desk.story.forget()
  return sayMended(mended)
}

/** A plan whose versions are gone cannot be gone on with: the files that were moved already are changes like any other. */
async function dropUselessJournal(repository: Repository): Promise<void> {
  const journal = await readJournal(repository)
  if (journal === null) return removeJournal(repository)
  for (const oid of [journal.from, journal.to]) {
    if ((await readStored(repository, oid)) === null) return removeJournal(repository)
  }
}

/**
 * Whether Signpost made this repository, so that one without any version is a damaged one and not somebody else's new one:
 * a corner of its own, or the line that keeps that of the workspace's folder out of the history.
 */
export async function isOwn({ disk, gitdir }: Repository): Promise<boolean> {
  if (await lstatOrNull(disk, join(gitdir, 'signpost'))) return true
  if (await lstatOrNull(disk, join(gitdir, 'refs', 'signpost'))) return true
  const exclude = await disk.readFile(join(gitdir, 'info', 'exclude'), 'utf8').catch(noneWhereMissing)
  return exclude.split('\n').includes('.signpost/')
}

/** What cannot be read now is not known to be another's. */
function noneWhereMissing(error: unknown): '' {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return ''
  throw error
}
