import { itemOf, type Snapshot, takeSnapshot } from '../../shared/checklist/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { sealOf } from '../workspace/index.ts'
import { coverageOf } from './coverage-of.ts'
import { findEvaluation, lastTime } from './evaluations.ts'
import { keepEvaluationRecord } from './judge.ts'
import type { Session } from './session.ts'

/** Takes the snapshot: the list, the words of the requirements, the pages with their hashes, and what was judged. */
export async function finishEvaluation(
  session: Session,
  id: string,
): Promise<{ kind: 'snapshot'; id: string } | Refusal> {
  const found = await findEvaluation(session, id)
  if (isRefusal(found)) return found
  const { evaluation } = found
  if (evaluation.finished.length > 0) return finishedAlready(evaluation.begun.title)
  if (evaluation.judged.size === 0) return nothingJudged(evaluation.begun.title)
  const snapshot = await snapshotOf(session, found)
  if (isRefusal(snapshot)) return snapshot
  const kept = await keepEvaluationRecord(
    session,
    () => ({ kind: 'finished', evaluation: evaluation.id, snapshot, seal: sealOf(snapshot) }),
    who => `${who} finished the evaluation “${evaluation.begun.title}”`,
  )
  return isRefusal(kept) ? kept : { kind: 'snapshot', id: kept.id }
}

type Found = Exclude<Awaited<ReturnType<typeof findEvaluation>>, Refusal>

async function snapshotOf(session: Session, { evaluation, checklist }: Found): Promise<Snapshot | Refusal> {
  const judged = new Map([...evaluation.judged].map(([id, records]) => [id, itemOf(records)]))
  const coverage = await coverageOf(session, checklist.id, judged)
  if (isRefusal(coverage)) return coverage
  const { gaps, evidence } = await session.knowing.evaluations()
  const known = await session.knowing.all()
  return takeSnapshot({
    evaluation,
    checklist,
    coverage,
    carried: await lastTime(session, evaluation.begun.from),
    hashes: new Map([...known].map(([id, { hash, live }]) => [id, { hash, live: live?.hash ?? null }])),
    gaps,
    evidence,
  })
}

const finishedAlready = (title: string) =>
  refuse('evaluation-finished', `“${title}” is finished already.`, 'Look at it in the list of evaluations.')

const nothingJudged = (title: string) =>
  refuse(
    'nothing-judged',
    `Nothing is judged yet in “${title}”, so there is nothing to finish.`,
    'Judge a requirement first: Y for yes, L for limited, N for no.',
  )
