import type { Person } from '../../review/records.ts'
import { type LastWord, lastWords, together } from './last-words.ts'
import type { Begun, EvaluationRecord, Evidence, Finished, GapRecord, Judged, Said } from './records.ts'
import type { JudgedRequirement } from './snapshot.ts'
import { type Judgement, judgements } from './words.ts'

/** One evaluation as its records tell it. */
export interface Evaluation {
  id: string
  begun: Begun
  /** What was said of each requirement. */
  judged: ReadonlyMap<string, readonly Judged[]>
  /** Usually one; two where colleagues who were apart both finished it, and then both are kept. */
  finished: readonly Finished[]
}

export interface Evaluations {
  /** The newest first. */
  list: readonly Evaluation[]
  gaps: readonly GapRecord[]
  evidence: readonly Evidence[]
}

/** The records of all evaluations, put together. What was said of an evaluation whose beginning was taken back waits. */
export function evaluationsOf(records: readonly EvaluationRecord[]): Evaluations {
  const begun = new Map<string, Begun>()
  for (const record of records) if (record.kind === 'begun') begun.set(record.evaluation, record)
  const judged = records.filter(record => record.kind === 'judged')
  const finished = records.filter(record => record.kind === 'finished')
  const judgedIn = Map.groupBy(judged, record => record.evaluation)
  const finishedIn = Map.groupBy(finished, record => record.evaluation)
  return {
    list: [...begun.values()]
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1))
      .map(first => ({
        id: first.evaluation,
        begun: first,
        judged: Map.groupBy(judgedIn.get(first.evaluation) ?? [], record => record.requirement),
        finished: finishedIn.get(first.evaluation) ?? [],
      })),
    gaps: records.filter(record => record.kind === 'gap'),
    evidence: records.filter(record => record.kind === 'evidence'),
  }
}

/** The evaluation of a list that was finished last; no clock makes one later than another that started from it. */
export function lastFinishedOf(list: readonly Evaluation[], checklist: string): Finished | null {
  const finished = list.flatMap(each => (each.begun.checklist === checklist ? each.finished : []))
  const startedFrom = new Set(finished.map(({ snapshot }) => snapshot.from))
  const newest = finished.filter(({ id }) => !startedFrom.has(id))
  // Evaluations that start from each other are nobody's honest work.
  return (newest.length > 0 ? newest : finished).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1) ?? null
}

export const fieldsOfItem = ['judgement', 'comment', 'evidence', 'owner', 'action'] as const
export type FieldOfItem = (typeof fieldsOfItem)[number]

/** What an evaluation holds of one requirement so far. */
export interface Item {
  judgement: Judgement | null
  comment: string
  evidence: string
  owner: string
  action: string
  judgedBy: JudgedRequirement['judgedBy']
  /** Fields of which people who could not see one another's words said different things, with who said what. */
  differs: { field: FieldOfItem; words: { by: Person; value: string }[] }[]
  /** Every record behind it: what somebody who sees this says next replaces them. */
  seen: string[]
}

/** What the last evaluation says stands until somebody says otherwise; only a judgement has to be made anew. */
export type Carried = Pick<JudgedRequirement, 'comment' | 'evidence' | 'owner' | 'action'>
const nothing: Carried = { comment: '', evidence: '', owner: '', action: '' }

export function itemOf(records: readonly Judged[], carried: Carried = nothing): Item {
  const judged = lastWords<Said, 'judgement'>(records, 'judgement')
  const text = (field: 'comment' | 'evidence' | 'action') => {
    const words = lastWords<Said, typeof field>(records, field)
    return words.length === 0 ? carried[field] : together(words)
  }
  const owners = lastWords<Said, 'owner'>(records, 'owner')
  return {
    judgement: mostCareful(judged),
    comment: text('comment'),
    evidence: text('evidence'),
    owner: owners.length === 0 ? carried.owner : (owners.findLast(({ value }) => value !== '')?.value ?? ''),
    action: text('action'),
    judgedBy: judged.flatMap(({ value, by, at }) => (value === null ? [] : [{ by, at, judgement: value }])),
    differs: fieldsOfItem.flatMap(field => {
      const words = lastWords<Said, FieldOfItem>(records, field)
      if (new Set(words.map(({ value }) => value)).size < 2) return []
      return [{ field, words: words.map(({ by, value }) => ({ by, value: value ?? '' })) }]
    }),
    seen: records.map(({ id }) => id),
  }
}

/** Where two judged differently, the more careful judgement counts until they agree. */
function mostCareful(judged: readonly LastWord<Judgement | null>[]): Judgement | null {
  return judgements.findLast(each => judged.some(({ value }) => value === each)) ?? null
}
