import { ulid } from 'ulid'
import {
  type Checklist,
  coverage,
  type EvaluationRecord,
  evaluationRecordSchema,
  evaluationsOf,
  type SiteFacts,
  takeSnapshot,
} from '../../shared/checklist/index.ts'
import {
  type ContentHash,
  type Instant,
  isoDateSchema,
  type PageId,
  type ReviewDates,
  type Tag,
} from '../../shared/content/index.ts'
import {
  addDays,
  type Calendar,
  dueOf,
  isApproved,
  type Person,
  type ReviewRecord,
  standing,
  type ToldOfEvaluation,
} from '../../shared/review/index.ts'
import { sealOf } from '../workspace/index.ts'

/** What was said in the sample's evaluations so far; grows with the story. */
export interface SampleEvaluations {
  records: EvaluationRecord[]
  /** What the story calls an evaluation, and its id. */
  names: Map<string, string>
}

interface Sitting extends SampleEvaluations {
  by: Person
  at: Instant
  checklists: readonly Checklist[]
  /** The pages and services at this point of the story. */
  pages: readonly {
    id: PageId
    title: string
    hash: ContentHash
    live: ContentHash | null
    tags: readonly Tag[]
    headings: readonly string[]
    review: ReviewDates
  }[]
  reviews: readonly ReviewRecord[]
  site: SiteFacts
  /** How often a page is reviewed that says nothing itself. */
  every: string
  calendar: Calendar
}

/** The records of one sitting, as the program would have kept them; added to what was said before. */
export function recordsOfEvaluation(told: readonly ToldOfEvaluation[], sitting: Sitting): EvaluationRecord[] {
  const { by, at, records } = sitting
  const before = records.length
  const keep = (make: (id: string) => object) => {
    // In one sitting the order counts: each record is a millisecond after the one before.
    const id = ulid(Date.parse(at) + records.length - before)
    records.push(evaluationRecordSchema.parse({ id, by, at, ...make(id) }))
    return id
  }
  for (const each of told) {
    switch (each.kind) {
      case 'begun': {
        const id = keep(fresh => ({
          ...each,
          evaluation: fresh,
          version: listOf(sitting, each.checklist).version,
          from: lastOf(records),
        }))
        sitting.names.set(each.name, id)
        break
      }
      case 'judged':
        for (const requirement of each.requirements)
          keep(() => judgedIn(sitting, each.of, requirement, { judgement: each.judgement }, false))
        break
      case 'said':
        keep(() => judgedIn(sitting, each.of, each.requirement, each.said, each.unseen))
        break
      case 'finished':
        keep(() => finished(sitting, idOf(sitting, each.of)))
        break
      case 'gap':
        keep(() => ({
          ...each,
          after: records.flatMap(one => (one.kind === 'gap' && one.gap === each.gap ? one.id : [])),
        }))
        break
      case 'evidence': {
        const { onDaysAgo, ...rest } = each
        keep(() => ({ ...rest, on: addDays(dayOf(at), -onDaysAgo) }))
      }
    }
  }
  return records.slice(before)
}

const dayOf = (at: Instant) => isoDateSchema.parse(at.slice(0, 10))

const lastOf = (records: readonly EvaluationRecord[]) => records.findLast(each => each.kind === 'finished')?.id ?? null

function judgedIn(sitting: Sitting, of: string, requirement: string, said: object, unseen: boolean) {
  const evaluation = idOf(sitting, of)
  const after = sitting.records.flatMap(each =>
    !unseen && each.kind === 'judged' && each.evaluation === evaluation && each.requirement === requirement
      ? each.id
      : [],
  )
  return { kind: 'judged', evaluation, requirement, after, said }
}

function finished(sitting: Sitting, id: string) {
  const { list, gaps, evidence } = evaluationsOf(sitting.records)
  const evaluation = list.find(each => each.id === id)
  if (evaluation === undefined) throw new Error(`the story finishes an evaluation that was not begun: ${id}`)
  const checklist = listOf(sitting, evaluation.begun.checklist)
  const today = dayOf(sitting.at)
  const tagged = sitting.pages.map(page => {
    const own = sitting.reviews.filter(record => record.page === page.id)
    const { due } = dueOf(page.review, own, { id: page.id, every: sitting.every, calendar: sitting.calendar, today })
    return {
      ...page,
      state: standing(page.hash, page.live, own).state,
      live: page.live !== null,
      approved: isApproved(own, page.live),
      overdue: due !== null && due < today,
    }
  })
  const snapshot = takeSnapshot({
    evaluation,
    checklist,
    coverage: coverage(checklist, { entries: tagged, site: sitting.site, evidence }),
    carried: new Map(),
    hashes: new Map(sitting.pages.map(({ id: page, hash, live }) => [page, { hash, live }])),
    gaps,
    evidence,
  })
  return { kind: 'finished', evaluation: id, snapshot, seal: sealOf(snapshot) }
}

function idOf({ names }: Sitting, name: string): string {
  const id = names.get(name)
  if (id === undefined) throw new Error(`the story speaks of the evaluation “${name}” before it is begun`)
  return id
}

function listOf({ checklists }: Sitting, id: string): Checklist {
  const list = checklists.find(each => each.id === id)
  if (list === undefined) throw new Error(`the story speaks of a checklist that is not built in: ${id}`)
  return list
}
