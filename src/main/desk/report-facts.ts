import type { Snapshot } from '../../shared/checklist/index.ts'
import { type IsoDate, type PageId, pageIdSchema } from '../../shared/content/index.ts'
import { commentStanding } from '../../shared/feedback/index.ts'
import { idOfText, titleOfText } from '../../shared/merge/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import type { ChangeFact, CommentFact, EntryFact, GapFact, ReportFacts } from '../../shared/report/index.ts'
import { inForce } from '../../shared/review/index.ts'
import type { History, Oid, StoryChange, StoryEntry } from '../git/index.ts'
import { gapsIn } from './evaluations.ts'
import type { Known } from './parts.ts'
import { isAhead, versionsInTime } from './records-in-time.ts'
import { type Session, todayOf } from './session.ts'

/** Everything that a report is counted from: files, versions, records and publishes as they are stored. */
export async function reportFacts(
  session: Session,
  { since, until, snapshot }: { since: IsoDate; until: IsoDate; snapshot: Snapshot | null },
): Promise<ReportFacts> {
  const { workspace, knowing, live, history } = session
  const { name, council, sections, team } = workspace.config()
  const today = todayOf(session)
  const [known, records, published, story, comments] = await Promise.all([
    knowing.all(),
    knowing.records(),
    live.before(),
    history.story(),
    commentFacts(session),
  ])
  const byPage = Map.groupBy(records, record => record.page)
  const counted = new Set([...byPage.values()].flatMap(own => inForce(own)))
  return {
    name,
    council,
    today,
    since,
    until,
    sections,
    entries: [...known.values()].map(entryFact),
    changes: await changesOf(session, versionsInTime(story, today), { since, until }),
    records: records.filter(record => counted.has(record)).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    publishes: published.map(({ publish, at, by, sentence }) => ({ publish, at, by: by.name, sentence })),
    clocksAhead: {
      placed: [...story, ...(await workspace.reviews())].filter(({ at }) => isAhead(at, today)).length,
      publishes: published.filter(({ at }) => isAhead(at, today)).length,
    },
    comments,
    gaps: snapshot === null ? await gapFacts(session) : inList(snapshot.gaps, snapshot.checklist.id),
    snapshot,
    nameOf: email => team.find(person => person.email === email)?.name ?? email,
  }
}

function entryFact({ entry, hash, standing, live, due, overdue }: Known): EntryFact {
  return {
    id: entry.fields.id,
    kind: entry.kind,
    title: entry.fields.title,
    section: entry.kind === 'page' ? entry.section : '',
    state: standing.state,
    live: live !== null,
    differsFromLive: live !== null && live.hash !== hash,
    urgentToReview: standing.urgentToReview?.id ?? null,
    due: due.due,
    overdue,
  }
}

async function commentFacts({ workspace }: Session): Promise<CommentFact[]> {
  const [comments, answers] = await Promise.all([workspace.comments.list(), workspace.answers.list()])
  const published = new Map<string, (typeof answers)[number]>(answers.map(answer => [answer.id, answer]))
  return comments.map(comment => {
    const answer = published.get(comment.id) ?? null
    return { comment, standing: commentStanding(comment, answer), published: answer }
  })
}

/** Of the first list, as the first screen shows them. */
async function gapFacts(session: Session): Promise<GapFact[]> {
  const [list] = await session.knowing.checklists()
  const found = list === undefined ? [] : await gapsIn(session, list.id)
  return list === undefined || isRefusal(found) ? [] : inList(found, list.id)
}

const inList = (gaps: readonly Omit<GapFact, 'checklist'>[], checklist: string): GapFact[] =>
  gaps.map(gap => ({ ...gap, checklist }))

async function changesOf(
  session: Session,
  story: readonly StoryEntry[],
  { since, until }: { since: IsoDate; until: IsoDate },
): Promise<ChangeFact[]> {
  const within = story.filter(({ at }) => at.slice(0, 10) >= since && at.slice(0, 10) <= until)
  const facts: ChangeFact[] = []
  for (const { oid, at, by, sentence, changes } of within) {
    const left = new Set(changes.flatMap(({ from }) => from ?? []))
    for (const change of changes) {
      // Where a page stood before it was moved is no page that was deleted.
      if (!/^(?:pages\/[^/]+|services)\/[^/]+\.md$/.test(change.path) || left.has(change.path)) continue
      const page = await pageOf(session, change)
      if (page !== null) facts.push({ version: oid, at, by: by.name, sentence, ...page, change: kindOf(change) })
    }
  }
  return facts
}

function kindOf({ before, after, from }: StoryChange): ChangeFact['change'] {
  if (from !== undefined) return 'moved'
  if (before === null) return 'new'
  return after === null ? 'removed' : 'changed'
}

async function pageOf(
  { workspace, history }: Session,
  { path, before, after }: StoryChange,
): Promise<{ page: PageId; title: string } | null> {
  const blob = after ?? before
  const { page, title } = blob === null ? nobody : await namedIn(history, path, blob)
  return page === null ? null : { page, title: workspace.byId(page)?.fields.title ?? title }
}

interface Named {
  page: PageId | null
  title: string
}

const nobody: Named = { page: null, title: '' }

/** What a content says never changes, so a report reads it once and not whenever somebody looks. */
const namesIn = new WeakMap<History, Map<string, Named>>()

async function namedIn(history: History, path: string, blob: Oid): Promise<Named> {
  const known = namesIn.get(history) ?? new Map<string, Named>()
  namesIn.set(history, known)
  const before = known.get(`${blob} ${path}`)
  if (before !== undefined) return before
  const text = new TextDecoder().decode((await history.content(blob)) ?? new Uint8Array())
  const named = { page: pageIdSchema.safeParse(idOfText(text)).data ?? null, title: titleOfText(path, text) }
  known.set(`${blob} ${path}`, named)
  return named
}
