import { ulid } from 'ulid'
import { evaluationRecordSchema, folderOfRecord } from '../../shared/checklist/index.ts'
import { writeRecord } from '../../shared/content/index.ts'
import type { CommentView, GapView, WorkGiven } from '../../shared/contract/index.ts'
import { commentSchema, type FamilyComment } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { inWords } from '../../shared/site/index.ts'
import { notInTeam } from './change-many.ts'
import { whatOf } from './change-many-words.ts'
import { gapsIn } from './evaluations.ts'
import { listComments, withSaid } from './family-comments.ts'
import { inTeam } from './hand-over.ts'
import { firstName } from './page-history.ts'
import type { Known } from './parts.ts'
import { reviewRecordsOf } from './say.ts'
import { nowOf, type Session } from './session.ts'
import { writeTogether } from './write-together.ts'

/** All that one person has to do: for somebody who left. */
export interface TheirWork {
  pages: Known[]
  /** Families’ comments that nobody has answered. */
  comments: FamilyComment[]
  /** Families’ comments after which they still have something to do. */
  promises: FamilyComment[]
  /** Gaps of the last evaluation that are not closed. */
  gaps: WorkFacts['gaps'][number][]
}

const isOf = (email: string) => {
  const wanted = plain(email)
  return (owner: string) => plain(owner) === wanted
}
const plain = (email: string) => email.trim().toLowerCase()

/** What the work of everybody is found in. */
export interface WorkFacts {
  known: readonly Known[]
  comments: readonly CommentView[]
  /** Of the first checklist, which is the one that the first screen shows. */
  gaps: readonly (GapView & { checklist: string })[]
}

export async function workFacts(session: Session): Promise<WorkFacts> {
  const { knowing } = session
  const [all, comments, [list]] = await Promise.all([knowing.all(), listComments(session), knowing.checklists()])
  const gaps = list === undefined ? [] : await gapsIn(session, list.id)
  return {
    known: [...all.values()],
    comments,
    gaps: isRefusal(gaps) ? [] : gaps.map(gap => ({ ...gap, checklist: list?.id ?? '' })),
  }
}

/** What each person has to do that `isWanted` says yes to, by the email that their work names first. */
export function workByOwner(
  { known, comments, gaps }: WorkFacts,
  isWanted: (owner: string) => boolean,
): Map<string, TheirWork> {
  const found = new Map<string, { owner: string; work: TheirWork }>()
  const of = (owner: string): TheirWork | null => {
    if (owner === '' || !isWanted(owner)) return null
    const has = found.get(plain(owner)) ?? { owner, work: { pages: [], comments: [], promises: [], gaps: [] } }
    found.set(plain(owner), has)
    return has.work
  }
  for (const page of known) of(page.owner)?.pages.push(page)
  for (const gap of gaps) if (gap.status !== 'closed') of(gap.owner)?.gaps.push(gap)
  for (const { comment, state } of comments) {
    if (state === 'to-answer') of(comment.owner)?.comments.push(comment)
    const doing = comment.actions.filter(({ done }) => done === null).map(({ owner }) => owner)
    for (const owner of new Map(doing.map(each => [plain(each), each])).values()) of(owner)?.promises.push(comment)
  }
  return new Map([...found.values()].map(({ owner, work }) => [owner, work]))
}

/**
 * All of it is a colleague’s from here on, in one version that is undone as one; no word of a page changes. All of it or
 * nothing, and only of what stands when it is written: a comment that a colleague deletes meanwhile stays deleted.
 */
export async function giveAll(
  session: Session,
  from: string,
  to: string,
): Promise<({ kind: 'ok' } & WorkGiven) | Refusal> {
  const colleague = inTeam(session, to)
  if (colleague === undefined) return notInTeam()
  const isTheirs = isOf(from)
  const given = await writeTogether(session, async me => {
    const [work] = workByOwner(await workFacts(session), isTheirs).values()
    if (work === undefined) return nothingToGive()
    const sentence = `${firstName(me.name)} gave ${inWords(allOf(work))} to ${colleague.name}`
    return { work, sentence, changes: await handingOver(session, { work, isTheirs, to, me }) }
  })
  return isRefusal(given) ? given : { kind: 'ok', ...countsOf(given.work) }
}

interface Handing {
  work: TheirWork
  isTheirs: (owner: string) => boolean
  to: string
  me: Person
}

/** The text of each record that gives it. */
async function handingOver(session: Session, { work, isTheirs, to, me }: Handing) {
  const { comments } = session.workspace
  const at = nowOf(session)
  const given = reviewRecordsOf(me, at, work.pages, ({ entry }) => ({ kind: 'give', to, from: entry.fields.owner }))
  const said = work.gaps.map(({ id: gap, checklist, seen: after }) =>
    evaluationRecordSchema.parse({
      ...{ id: ulid(Date.parse(at)), by: me, at },
      ...{ kind: 'gap', checklist, gap, after, said: { owner: to } },
    }),
  )
  const toAnswer = new Set(work.comments.map(({ id }) => id))
  const toDo = new Set(work.promises.map(({ id }) => id))
  const theirs = (await comments.list()).filter(({ id }) => toAnswer.has(id) || toDo.has(id))
  const handedOver = (comment: FamilyComment) => {
    const next = toDo.has(comment.id) ? withActionsOf(comment, isTheirs, to) : comment
    return toAnswer.has(comment.id) ? withSaid(next, { kind: 'given', to, from: comment.owner }, me, at) : next
  }
  return new Map<string, { text: string }>([
    ...given.map(record => [`reviews/${record.page}/${record.id}.yml`, { text: writeRecord(record) }] as const),
    ...theirs.map(each => [comments.pathOf(each.id), { text: writeRecord(handedOver(each)) }] as const),
    ...said.map(each => [`evaluations/${folderOfRecord(each)}/${each.id}.yml`, { text: writeRecord(each) }] as const),
  ])
}

export const countsOf = ({ pages, comments, promises, gaps }: TheirWork): WorkGiven => ({
  pages: pages.length,
  comments: comments.length,
  promises: promises.length,
  gaps: gaps.length,
})

/** “4 pages”, “a family’s comment”, “2 gaps”: sentences of versions say nothing of what a family said. */
function allOf({ pages, comments, promises, gaps }: TheirWork): string[] {
  const many = (of: readonly unknown[], one: string, several: string) =>
    of.length === 0 ? [] : [of.length === 1 ? one : `${of.length.toLocaleString('en-GB')} ${several}`]
  return [
    ...(pages.length === 0 ? [] : [whatOf(pages.map(({ entry }) => entry))]),
    ...many(comments, 'a family’s comment', 'families’ comments'),
    ...many(promises, 'what was promised to a family', 'promises to families'),
    ...many(gaps, `the gap “${gaps[0]?.label}”`, 'gaps'),
  ]
}

function withActionsOf(comment: FamilyComment, isTheirs: (owner: string) => boolean, to: string): FamilyComment {
  const actions = comment.actions.map(action =>
    action.done === null && isTheirs(action.owner) ? { ...action, owner: to } : action,
  )
  return commentSchema.parse({ ...comment, actions })
}

const nothingToGive = () =>
  refuse('nothing-to-give', 'They have no work here any more. Nothing was changed.', 'Look at the week again.')
