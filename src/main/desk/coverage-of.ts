import { z } from 'zod'
import {
  type Coverage,
  coverage,
  type Judgement,
  lastFinishedOf,
  type TaggedEntry,
  withGapsFound,
} from '../../shared/checklist/index.ts'
import { type Entry, headingsOf } from '../../shared/content/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { isApproved } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import type { Session } from './session.ts'
import { siteFacts } from './site-facts.ts'

/** What pages, the site and evidence show of a checklist. Its gaps are those of `judged`, or of the last finished evaluation. */
export async function coverageOf(
  session: Session,
  checklist: string,
  judged?: ReadonlyMap<string, { judgement: Judgement | null }>,
): Promise<Coverage | Refusal> {
  const list = (await session.knowing.checklists()).find(each => each.id === checklist)
  if (!list) return noSuchChecklist(session, checklist)
  const known = [...(await session.knowing.all()).values()]
  const { evidence } = await session.knowing.evaluations()
  return coverage(withGapsFound(list, judged ?? (await lastJudged(session, checklist))), {
    entries: known.map(each => taggedEntry(session, each)),
    site: await siteFacts(session, known),
    evidence,
  })
}

async function lastJudged(session: Session, checklist: string) {
  const { list } = await session.knowing.evaluations()
  const finished = lastFinishedOf(list, checklist)
  return new Map(finished?.snapshot.requirements.map(each => [each.id, each]))
}

function taggedEntry({ workspace }: Session, { entry, standing, live, overdue, records }: Known): TaggedEntry {
  const { id, title, checklist: tags } = entry.fields
  const names = tags.some(({ heading }) => heading !== null)
  return {
    id,
    title,
    tags,
    headings: names ? (workspace.derive(id, 'heading slugs 1', z.array(z.string()), slugsOf) ?? []) : [],
    state: standing.state,
    live: live !== null,
    approved: isApproved(records, live?.hash ?? null),
    overdue,
  }
}

const slugsOf = ({ doc }: Entry) => headingsOf(doc).map(({ slug }) => slug)

export async function noSuchChecklist(session: Session, checklist: string): Promise<Refusal> {
  const names = (await session.knowing.checklists()).map(each => each.id).join(', ')
  return refuse(
    'no-such-checklist',
    `There is no checklist called “${checklist}”.`,
    `The checklists here are ${names}.`,
  )
}
