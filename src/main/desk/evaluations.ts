import {
  type Carried,
  type Checklist,
  type Coverage,
  compareSnapshots,
  countJudgements,
  type Evaluation,
  type Finished,
  gapsOf,
  type Item,
  itemOf,
  type JudgedRequirement,
  type Judgement,
  lastFinishedOf,
} from '../../shared/checklist/index.ts'
import { isSame } from '../../shared/content/index.ts'
import type {
  ComparedEvaluations,
  EvaluationItem,
  EvaluationRow,
  GapView,
  OpenEvaluation,
} from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { coverageOf } from './coverage-of.ts'
import type { Session } from './session.ts'

/** What there is to see of evaluations; what a person does to them is in judge.ts and finish-evaluation.ts. */

export async function listEvaluations(session: Session): Promise<EvaluationRow[]> {
  const { list } = await session.knowing.evaluations()
  return Promise.all(list.map(evaluation => rowOfEvaluation(session, evaluation)))
}

export async function openEvaluation(session: Session, id: string): Promise<OpenEvaluation | Refusal> {
  const found = await findEvaluation(session, id)
  if (isRefusal(found)) return found
  const { evaluation, checklist } = found
  const coverage = await coverageOf(session, checklist.id)
  if (isRefusal(coverage)) return coverage
  const from = await finishedRecord(session, evaluation.begun.from)
  return {
    kind: 'evaluation',
    row: await rowOfEvaluation(session, evaluation),
    from: from === null ? null : { snapshot: from.id, title: from.snapshot.title, at: from.at },
    items: await itemsOf(session, evaluation, checklist),
    coverage,
  }
}

export async function findEvaluation(
  session: Session,
  id: string,
): Promise<{ evaluation: Evaluation; checklist: Checklist } | Refusal> {
  const evaluation = (await session.knowing.evaluations()).list.find(each => each.id === id)
  if (evaluation === undefined) return noSuchEvaluation()
  const checklist = (await session.knowing.checklists()).find(each => each.id === evaluation.begun.checklist)
  return checklist === undefined ? listIsGone(evaluation.begun.checklist) : { evaluation, checklist }
}

/** Every requirement of the list as it is now, with what was said of it, and what the evaluation before says. */
export async function itemsOf(
  session: Session,
  { begun, judged }: Evaluation,
  checklist: Checklist,
): Promise<EvaluationItem[]> {
  const before = await lastTime(session, begun.from)
  return requirementsOf(checklist).map(({ id }) => {
    const last = before.get(id) ?? null
    return { requirement: id, ...itemOf(judged.get(id) ?? [], last ?? undefined), last }
  })
}

type LastTime = Carried & { judgement: Judgement | null }

/** What a finished evaluation says, and on top of it what colleagues who were away when it was finished had said. */
export async function lastTime(session: Session, snapshot: string | null): Promise<ReadonlyMap<string, LastTime>> {
  const finished = await finishedRecord(session, snapshot)
  if (finished === null) return new Map()
  const { list } = await session.knowing.evaluations()
  const evaluation = list.find(each => each.id === finished.evaluation)
  return new Map(
    finished.snapshot.requirements.map(requirement => {
      const { comment, evidence, owner, action } = requirement
      const late = lateOf(evaluation?.judged.get(requirement.id) ?? [], requirement)
      const item = itemOf(late, { comment, evidence, owner, action })
      return [
        requirement.id,
        {
          judgement: item.judgement ?? requirement.judgement,
          comment: item.comment,
          evidence: item.evidence,
          owner: item.owner,
          action: item.action,
        },
      ]
    }),
  )
}

function lateOf<R extends { id: string }>(records: readonly R[], { seen }: JudgedRequirement): R[] {
  return records.filter(({ id }) => !seen.includes(id))
}

async function rowOfEvaluation(session: Session, evaluation: Evaluation): Promise<EvaluationRow> {
  const { id, begun, judged, finished } = evaluation
  const [first] = finished
  const checklist = (await session.knowing.checklists()).find(each => each.id === begun.checklist)
  const items: Pick<Item, 'judgement' | 'differs'>[] =
    first?.snapshot.requirements.map(({ judgement }) => ({ judgement, differs: [] })) ??
    (checklist ? requirementsOf(checklist).map(each => itemOf(judged.get(each.id) ?? [])) : [])
  const inSnapshot = new Set(first?.snapshot.requirements.flatMap(({ seen }) => seen) ?? [])
  const records = [...judged.values()].flat()
  return {
    id,
    title: begun.title,
    checklist: begun.checklist,
    checklistTitle: checklist?.title ?? first?.snapshot.checklist.title ?? begun.checklist,
    begun: { by: begun.by, at: begun.at },
    people: peopleIn([begun, ...records].map(({ by }) => by)),
    counts: countJudgements(items),
    differing: items.filter(({ differs }) => differs.length > 0).length,
    late: first === undefined ? 0 : records.filter(record => !inSnapshot.has(record.id)).length,
    finished: finished.map(({ id: snapshot, by, at }) => ({ snapshot, by, at })),
  }
}

/** Each once, in the order of their names. */
function peopleIn(people: readonly Person[]): Person[] {
  const known = new Map(people.toReversed().map(person => [person.email.toLowerCase(), person]))
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name))
}

export const requirementsOf = (checklist: Checklist) => checklist.sections.flatMap(section => section.requirements)

/** The evaluation of a list that was finished last. */
export async function lastFinished(session: Session, checklist: string): Promise<Finished | null> {
  return lastFinishedOf((await session.knowing.evaluations()).list, checklist)
}

async function finishedRecord(session: Session, snapshot: string | null): Promise<Finished | null> {
  const { list } = await session.knowing.evaluations()
  return list.flatMap(({ finished }) => finished).find(each => each.id === snapshot) ?? null
}

export async function finishedEvaluation(session: Session, snapshot: string) {
  const found = await finishedRecord(session, snapshot)
  if (found === null) return noSuchEvaluation()
  const { id, evaluation, by, at } = found
  return { kind: 'finished' as const, id, evaluation, by, at, snapshot: found.snapshot }
}

export async function compareEvaluations(
  session: Session,
  one: string,
  other: string,
): Promise<ComparedEvaluations | Refusal> {
  const found = [await finishedRecord(session, one), await finishedRecord(session, other)]
  const [before, after] = found
    .flatMap(each => each ?? [])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  if (before === undefined || after === undefined) return noSuchEvaluation()
  const head = ({ id, by, at, snapshot }: Finished) => ({ id, title: snapshot.title, by, at })
  return {
    kind: 'compared',
    before: head(before),
    after: head(after),
    ...compareSnapshots(before.snapshot, after.snapshot, await placesOf(session)),
  }
}

/** What the team said took the place of a former requirement, also over several versions of a list. */
async function placesOf(session: Session): Promise<(id: string) => string> {
  const asked = (await session.knowing.checklists()).flatMap(requirementsOf)
  const places = new Map(asked.flatMap(({ id, former }) => former.map(each => [each, id] as const)))
  return id => places.get(id) ?? id
}

export async function gapsIn(session: Session, checklist: string): Promise<GapView[] | Refusal> {
  const coverage = await coverageOf(session, checklist)
  if (isRefusal(coverage)) return coverage
  const { list, gaps } = await session.knowing.evaluations()
  const snapshot = lastFinishedOf(list, checklist)?.snapshot
  const named = (await session.knowing.checklists()).some(({ id, gaps: own }) => id === checklist && own.length > 0)
  return gapsOf(coverage, gaps, await judgedNow(session, coverage), {
    requirements: snapshot?.requirements ?? [],
    before: gap => (named ? [] : (snapshot?.gaps.find(({ id }) => id === gap)?.seen ?? [])),
  })
}

/** What the newest evaluation of a list judged, as far as families see the same words as on the day of the judgement. */
async function judgedNow(session: Session, coverage: Coverage): Promise<Map<string, Judgement | null>> {
  const { list } = await session.knowing.evaluations()
  const newest = list.find(({ begun }) => begun.checklist === coverage.checklist)
  const snapshot = newest?.finished.at(-1)?.snapshot
  if (snapshot === undefined)
    return new Map([...(newest?.judged ?? [])].map(([id, records]) => [id, itemOf(records).judgement]))
  const live = await session.knowing.live()
  const pagesOf = new Map(coverage.requirements.map(({ id, pages }) => [id, pages]))
  return new Map(
    snapshot.requirements.flatMap(({ id, judgement, pages }) => {
      const then = pages.map(page => page.live ?? '')
      const now = (pagesOf.get(id) ?? []).map(page => live.get(page.id)?.hash ?? '')
      return isSame(then.sort(), now.sort()) ? [[id, judgement] as const] : []
    }),
  )
}

const noSuchEvaluation = (): Refusal =>
  refuse(
    'no-such-evaluation',
    'This evaluation is not there any more: a colleague may have taken back that it was begun or finished. What was judged in it is kept.',
    'Look at the list of evaluations, or undo the taking back under What was done.',
  )

const listIsGone = (id: string): Refusal =>
  refuse(
    'no-such-checklist',
    `This evaluation is about the checklist “${id}”, which is not in this workspace. What was judged is kept.`,
    'Put the checklist back under Checklists, then open the evaluation again.',
  )
