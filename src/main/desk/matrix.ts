import { type Coverage, matrixOf, type Standing } from '../../shared/checklist/index.ts'
import type { MatrixView } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { coverageOf, noSuchChecklist } from './coverage-of.ts'
import { requirementsOf } from './evaluations.ts'
import type { Session } from './session.ts'

/** By strand and by whom it is about: what pages, the site and evidence show now, and what each evaluation judged. */
export async function matrixIn(session: Session, id: string): Promise<MatrixView | Refusal> {
  const checklist = (await session.knowing.checklists()).find(each => each.id === id)
  if (checklist === undefined) return noSuchChecklist(session, id)
  const coverage = await coverageOf(session, id)
  if (isRefusal(coverage)) return coverage
  const covered = new Map(coverage.requirements.map(each => [each.id, statusOf(each)]))
  const { list } = await session.knowing.evaluations()
  return {
    kind: 'matrix',
    now: matrixOf(requirementsOf(checklist).map(each => ({ ...each, status: covered.get(each.id) ?? null }))),
    before: list
      .flatMap(({ begun, finished }) => (begun.checklist === id ? finished : []))
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ id: snapshot, at, snapshot: { title, requirements } }) => ({
        snapshot,
        title,
        at,
        matrix: matrixOf(requirements.map(each => ({ ...each, status: each.judgement }))),
      })),
  }
}

function statusOf({ status }: Coverage['requirements'][number]): Standing['status'] {
  return status === 'not-by-pages' ? null : status
}
