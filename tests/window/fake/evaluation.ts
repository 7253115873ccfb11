import type { implement } from '@orpc/server'
import { ulid } from 'ulid'
import {
  type Checklist,
  type Coverage,
  countJudgements,
  type EvaluationRecord,
  evaluationRecordSchema,
  evaluationsOf,
  gapsOf,
  itemOf,
  matrixOf,
} from '../../../src/shared/checklist/index.ts'
import type { contract } from '../../../src/shared/contract/index.ts'
import { refuse } from '../../../src/shared/outcome.ts'
import { idOf } from './pages.ts'
import { danny, minutesAgo, priya } from './team.ts'

type Os = ReturnType<typeof implement<typeof contract>>
type New = EvaluationRecord extends infer R ? (R extends EvaluationRecord ? Omit<R, 'id' | 'by' | 'at'> : never) : never

const missing = refuse('missing', 'This is not there any more.', 'Look at the list of evaluations.')

/** Evaluations that live as long as the window: said things are kept and folded as the real ones are. */
export function fakeEvaluation(os: Os, checklists: readonly Checklist[], coverageOf: (list: Checklist) => Coverage) {
  const ok = { kind: 'ok' as const }
  const records: EvaluationRecord[] = []
  const keep = (make: (id: string) => New, by = priya) => {
    const id = ulid()
    records.push(evaluationRecordSchema.parse({ id, by, at: minutesAgo(0), ...make(id) }))
    return id
  }
  const begin = (checklist: string, title: string) =>
    keep(id => ({ kind: 'begun', evaluation: id, title, checklist, version: '1', from: null }))
  const first = begin('se7-framework', 'Autumn 2026')
  keep(
    () => ({
      kind: 'judged',
      evaluation: first,
      requirement: 'SE7-EF-02',
      after: [],
      said: { judgement: 'limited', owner: priya.email },
    }),
    danny,
  )
  const listOf = (id: string) => checklists.find(each => each.id === id)
  const found = (id: string) => evaluationsOf(records).list.find(each => each.id === id)
  const itemsOf = (id: string) => {
    const evaluation = found(id)
    const list = evaluation && listOf(evaluation.begun.checklist)
    return (list?.sections ?? []).flatMap(section =>
      section.requirements.map(each => ({
        requirement: each.id,
        ...itemOf(evaluation?.judged.get(each.id) ?? []),
        last: null,
      })),
    )
  }
  const rowOf = (id: string) => {
    const { begun } = found(id) ?? notThere()
    return {
      id,
      title: begun.title,
      checklist: begun.checklist,
      checklistTitle: listOf(begun.checklist)?.title ?? '',
      begun: { by: begun.by, at: begun.at },
      people: [danny, priya],
      counts: countJudgements(itemsOf(id)),
      differing: 0,
      late: 0,
      finished: [],
    }
  }
  return {
    list: os.evaluation.list.handler(() => evaluationsOf(records).list.map(({ id }) => rowOf(id))),
    begin: os.evaluation.begin.handler(({ input }) => ({
      kind: 'begun' as const,
      id: begin(input.checklist, input.title),
    })),
    open: os.evaluation.open.handler(({ input: { id } }) => {
      const list = listOf(found(id)?.begun.checklist ?? '')
      if (list === undefined) return missing
      return { kind: 'evaluation' as const, row: rowOf(id), from: null, items: itemsOf(id), coverage: coverageOf(list) }
    }),
    judge: os.evaluation.judge.handler(({ input: { id, requirement, seen, said } }) => {
      keep(() => ({ kind: 'judged', evaluation: id, requirement, after: seen, said }))
      return ok
    }),
    lookalikes: os.evaluation.lookalikes.handler(() => [
      { id: idOf(1), title: 'Moving to Southend', words: ['moving', 'plan'] },
    ]),
    finish: os.evaluation.finish.handler(() => missing),
    finished: os.evaluation.finished.handler(() => missing),
    compare: os.evaluation.compare.handler(() => missing),
    matrix: os.evaluation.matrix.handler(() => ({ kind: 'matrix' as const, now: matrixOf([]), before: [] })),
    gaps: os.evaluation.gaps.handler(({ input }) => {
      const list = listOf(input.checklist)
      const said = records.filter(record => record.kind === 'gap')
      return list === undefined ? missing : gapsOf(coverageOf(list), said, new Map())
    }),
    sayOfGap: os.evaluation.sayOfGap.handler(({ input: { checklist, gap, seen, said } }) => {
      keep(() => ({ kind: 'gap', checklist, gap, after: seen, said }))
      return ok
    }),
    addEvidence: os.evaluation.addEvidence.handler(({ input }) => {
      keep(() => ({ kind: 'evidence', ...input }))
      return ok
    }),
  }
}

function notThere(): never {
  throw new Error('there is no such evaluation')
}
