import { type Snapshot, snapshotSchema } from '../../shared/checklist/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { sealOf } from '../workspace/index.ts'
import { coverageOf } from './coverage-of.ts'
import { findEvaluation, gapsWith, itemsOf, peopleIn } from './evaluations.ts'
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
  const coverage = await coverageOf(session, checklist.id)
  if (isRefusal(coverage)) return coverage
  const covered = new Map(coverage.requirements.map(each => [each.id, each]))
  const items = new Map((await itemsOf(session, evaluation, checklist)).map(each => [each.requirement, each]))
  const known = await session.knowing.all()
  const { evidence } = await session.knowing.evaluations()
  const { id, title, version, status, sections } = checklist
  // Read back as every reader will, so that what is sealed is what will be read.
  return snapshotSchema.parse({
    title: evaluation.begun.title,
    checklist: { id, title, version, status },
    begun: { by: evaluation.begun.by, at: evaluation.begun.at },
    people: peopleIn([...evaluation.judged.values()].flat().map(({ by }) => by)),
    from: evaluation.begun.from,
    sections: sections.map(section => ({ id: section.id, title: section.title })),
    requirements: sections.flatMap(section =>
      section.requirements.map(requirement => {
        const cover = covered.get(requirement.id)
        return {
          ...requirement,
          section: section.id,
          ...items.get(requirement.id),
          id: requirement.id,
          measured: { status: cover?.status ?? 'no', why: cover?.why ?? '' },
          pages: (cover?.pages ?? []).flatMap(page => {
            const facts = known.get(page.id)
            return facts ? [{ ...page, hash: facts.hash, live: facts.live?.hash ?? null }] : []
          }),
          done: evidence.filter(each => each.checklist === checklist.id && each.requirement === requirement.id),
        }
      }),
    ),
    gaps: await gapsWith(session, coverage),
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
