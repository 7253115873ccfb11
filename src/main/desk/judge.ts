import { ulid } from 'ulid'
import {
  type EvaluationRecord,
  evaluationRecordSchema,
  folderOfRecord,
  type Judgement,
  type Said,
  type SaidOfGap,
} from '../../shared/checklist/index.ts'
import { type IsoDate, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { dayInWords, samePerson } from '../../shared/review/index.ts'
import { noSuchChecklist } from './coverage-of.ts'
import { findEvaluation, gapsIn, lastFinished, requirementsOf } from './evaluations.ts'
import { inTeam } from './hand-over.ts'
import { firstName } from './page-history.ts'
import { whyNotUntil } from './put-off.ts'
import { meIn, meOrRefusal, nowOf, type Session, todayOf } from './session.ts'

/** What a person says in an evaluation: each a small file of its own, and a version of its own. */

type Own = 'id' | 'by' | 'at'
type New = EvaluationRecord extends infer R ? (R extends EvaluationRecord ? Omit<R, Own> : never) : never

/** Adds a record and its version. An evaluation is called by the name of the record that begins it. */
export async function keepEvaluationRecord(
  session: Session,
  make: (id: string) => New,
  sentence: (who: string) => string,
): Promise<{ kind: 'kept'; id: string } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const at = nowOf(session)
  const id = ulid(Date.parse(at))
  const record = evaluationRecordSchema.parse({ id, by: me, at, ...make(id) })
  const added = await session.workspace.addEvaluation(record)
  if (isRefusal(added)) return added
  const path = workspacePathSchema.parse(`evaluations/${folderOfRecord(record)}/${id}.yml`)
  const version = await session.history.commitPaths([path], { by: me, at, sentence: sentence(firstName(me.name)) })
  if (isRefusal(version)) return version
  session.knowing.forgetEvaluations()
  session.world.emit({ kind: 'changed', ids: [] })
  session.sharing.soon()
  return { kind: 'kept', id }
}

const done = (kept: { kind: 'kept' } | Refusal) => (isRefusal(kept) ? kept : { kind: 'ok' as const })

export async function beginEvaluation(
  session: Session,
  checklist: string,
  wanted: string,
): Promise<{ kind: 'begun'; id: string } | Refusal> {
  const list = (await session.knowing.checklists()).find(each => each.id === checklist)
  if (list === undefined) return noSuchChecklist(session, checklist)
  const title = wanted.trim()
  if (title === '' || title.length > 120) return needsAName()
  const from = (await lastFinished(session, checklist))?.id ?? null
  const kept = await keepEvaluationRecord(
    session,
    id => ({ kind: 'begun', evaluation: id, title, checklist, version: list.version, from }),
    who => `${who} began the evaluation “${title}”`,
  )
  return isRefusal(kept) ? kept : { kind: 'begun', id: kept.id }
}

/** Says something of one requirement. It replaces what was seen of the same, and nothing that was not. */
export async function judge(
  session: Session,
  id: string,
  { requirement, seen, said }: { requirement: string; seen: readonly string[]; said: Said },
): Promise<{ kind: 'ok' } | Refusal> {
  const found = await findEvaluation(session, id)
  if (isRefusal(found)) return found
  const { evaluation, checklist } = found
  const asked = requirementsOf(checklist).find(each => each.id === requirement)
  if (asked === undefined) return noSuchRequirement(requirement)
  if (evaluation.finished.length > 0) return isFinished(evaluation.begun.title)
  // Whatever I said here before I know, also where the list on the screen is a moment older.
  const me = meIn(session)
  const after = (evaluation.judged.get(requirement) ?? [])
    .filter(({ id: each, by }) => seen.includes(each) || (me !== null && samePerson(by, me)))
    .map(each => each.id)
  const kept = await keepEvaluationRecord(
    session,
    () => ({ kind: 'judged', evaluation: evaluation.id, requirement, after, said }),
    who => `${who} ${whatWasSaid(said)} “${inShort(asked.text)}”`,
  )
  return done(kept)
}

const judgedAs: Readonly<Record<Judgement, string>> = { yes: 'yes to', limited: 'limited to', no: 'no to' }

function whatWasSaid({ judgement, action, owner }: Said): string {
  if (judgement) return `said ${judgedAs[judgement]}`
  if (judgement === null) return 'took back the judgement on'
  return action !== undefined || owner !== undefined ? 'said what comes next for' : 'wrote about'
}

function inShort(text: string): string {
  const words = text.replace(/\.$/, '')
  return words.length <= 70 ? words : `${words.slice(0, 70).replace(/\s\S*$/, '')}…`
}

/** Gives a gap an owner and a next action, puts it off, closes it with a reason, or opens it again. */
export async function sayOfGap(
  session: Session,
  checklist: string,
  { gap, seen, said }: { gap: string; seen: readonly string[]; said: SaidOfGap },
): Promise<{ kind: 'ok' } | Refusal> {
  const no = said.putOff ? whyNotUntil(session, said.putOff.until) : null
  if (no !== null) return no
  const gaps = await gapsIn(session, checklist)
  if (isRefusal(gaps)) return gaps
  const found = gaps.find(each => each.id === gap)
  if (found === undefined) return noSuchRequirement(gap)
  const after = found.seen.filter(each => seen.includes(each))
  const kept = await keepEvaluationRecord(
    session,
    () => ({ kind: 'gap', checklist, gap, after, said }),
    who => `${who} ${whatWasDone(session, said, `the gap “${inShort(found.label)}”`)}`,
  )
  return done(kept)
}

function whatWasDone(session: Session, { owner, action, closed, putOff }: SaidOfGap, gap: string): string {
  if (closed !== undefined) return closed === null ? `opened again ${gap}` : `closed ${gap}`
  if (putOff !== undefined)
    return putOff === null
      ? `took up again ${gap}`
      : `put off ${gap} until ${dayInWords(putOff.until)}: ${putOff.reason}`
  if (action === undefined && owner) return `gave ${gap} to ${inTeam(session, owner)?.name ?? owner}`
  return `said what comes next for ${gap}`
}

/** Keeps that something was done, on which day and where that can be seen: how a requirement about doing is met. */
export async function addEvidence(
  session: Session,
  checklist: string,
  { requirement, what, on }: { requirement: string; what: string; on: IsoDate },
): Promise<{ kind: 'ok' } | Refusal> {
  const list = (await session.knowing.checklists()).find(each => each.id === checklist)
  if (list === undefined) return noSuchChecklist(session, checklist)
  const asked = requirementsOf(list).find(each => each.id === requirement)
  if (asked === undefined) return noSuchRequirement(requirement)
  if (on > todayOf(session)) return notYetDone()
  const kept = await keepEvaluationRecord(
    session,
    () => ({ kind: 'evidence', checklist, requirement, what, on }),
    who => `${who} kept evidence for “${inShort(asked.text)}”`,
  )
  return done(kept)
}

const needsAName = () =>
  refuse(
    'no-name',
    'An evaluation needs a name of 1 to 120 characters. None was begun.',
    'Call it something like “Autumn 2026”.',
  )

const noSuchRequirement = (id: string) =>
  refuse(
    'no-such-requirement',
    `“${id}” is not in this checklist, or not any more. Nothing was changed.`,
    'Look at the list again: somebody may have changed it.',
  )

const isFinished = (title: string) =>
  refuse(
    'evaluation-finished',
    `“${title}” is finished, so nothing in it changes any more.`,
    'Begin the next evaluation: it starts from this one.',
  )

const notYetDone = () =>
  refuse(
    'not-yet',
    'This day is still to come, so nothing can have been done on it. Nothing was kept.',
    'Give the day on which it was done.',
  )
