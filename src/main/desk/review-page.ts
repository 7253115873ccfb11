import type { z } from 'zod'
import type { ContentHash, IsoDate, PageId } from '../../shared/content/index.ts'
import type { Comment, waitingSchema } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import {
  type CommentThread,
  canBeReworded,
  commentThreads,
  inForce,
  mayNotDecide,
  type Quote,
  samePerson,
} from '../../shared/review/index.ts'
import { countsOf } from './checking.ts'
import { dismissedBetween, dismissedRow } from './dismiss.ts'
import { firstName, named, pageVersion } from './page-history.ts'
import { say } from './say.ts'
import { meIn, meOrRefusal, noSuchPage, type Session } from './session.ts'
import { withdrawnIn } from './withdraw.ts'

export type Waiting = z.infer<typeof waitingSchema>

/** Pages that somebody asked to have reviewed, and urgent ones that families see already; the longest wait first. */
export async function waitingForReview(session: Session): Promise<Waiting[]> {
  const me = meIn(session)
  const rows = [...(await session.knowing.all()).values()].flatMap(known => {
    const { entry, standing, records } = known
    const urgent = standing.urgentToReview !== null
    const asked = standing.request ?? standing.urgentToReview
    if (asked === null) return []
    return [
      {
        id: entry.fields.id,
        title: entry.fields.title,
        section: entry.kind === 'page' ? entry.section : '',
        askedBy: asked.by.name,
        askedByMe: me !== null && samePerson(asked.by, me),
        askedAt: asked.at,
        comments: commentThreads(records).filter(thread => !thread.settled).length,
        mayNotDecide: mayNotDecide(me, known.changed?.by ?? null),
        urgent,
      },
    ]
  })
  return rows.sort((a, b) => a.askedAt.localeCompare(b.askedAt))
}

export async function openReview(session: Session, id: PageId) {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const { entry, hash, standing, live, records } = known
  const onSite = live === null ? null : await pageVersion(session, id, 'live')
  const judged = session.checking.judge(entry, await session.checking.facts(), records)
  return {
    kind: 'review' as const,
    id,
    title: entry.fields.title,
    summary: entry.fields.summary,
    hash,
    state: standing.state,
    doc: entry.doc,
    live:
      onSite === null || isRefusal(onSite)
        ? null
        : { title: onSite.entry.fields.title, summary: onSite.entry.fields.summary, doc: onSite.doc },
    askedBy: standing.request?.by.name ?? null,
    comments: commentThreads(records),
    mayNotDecide: mayNotDecide(meIn(session), known.changed?.by ?? null),
    problems: countsOf(judged.problems),
    dismissed: [...judged.dismissed.map(dismissedRow), ...dismissedBetween(session, records)],
    withdrawn: withdrawnIn(known),
  }
}

export async function commentsOn(session: Session, id: PageId): Promise<CommentThread[]> {
  return commentThreads((await session.knowing.one(id))?.records ?? [])
}

export function askForReview(session: Session, id: PageId, note: string) {
  return say(
    session,
    id,
    known => ({ kind: 'request', hash: known.hash, note }),
    (who, page) => `${who} asked for a review of ${page}`,
  )
}

export async function comment(
  session: Session,
  id: PageId,
  words: { hash: ContentHash; quote: Quote | null; text: string; wording?: string | null },
): Promise<Comment | Refusal> {
  const { quote, text, wording = null } = words
  if (text.trim() === '' && wording === null) return nothingSaid()
  if (wording !== null && (quote === null || !canBeReworded(quote))) return notOnePlace()
  const said = await say(
    session,
    id,
    () => ({ kind: 'comment', ...words, wording, saidBy: null }),
    (who, page) => `${who} ${wording === null ? 'commented' : 'suggested other words'} on ${page}`,
  )
  if (isRefusal(said)) return said
  const made = (await commentsOn(session, id)).find(thread => thread.id === said.record.id)
  return made ?? noSuchPage()
}

export function answerComment(session: Session, id: PageId, to: string, text: string) {
  return say(
    session,
    id,
    () => ({ kind: 'answer', to, text }),
    (who, page) => `${who} answered a comment on ${page}`,
  )
}

export function settleComment(session: Session, id: PageId, to: string, taken = false) {
  return say(
    session,
    id,
    () => ({ kind: 'settle', to, taken }),
    (who, page) => `${who} ${taken ? 'took a suggested wording' : 'settled a comment'} on ${page}`,
  )
}

const nothingSaid = (): Refusal =>
  refuse('nothing-said', 'This comment says nothing, so it was not added.', 'Write what would help a family.')

const notOnePlace = (): Refusal =>
  refuse(
    'not-one-place',
    'Other words can be suggested for words of one paragraph. Your comment was not added.',
    'Choose fewer words, or say in the comment what you would write.',
  )

/** Whoever settled it meant it: that it is open again is a word of its own, and can be undone like any other. */
export async function reopenComment(session: Session, id: PageId, to: string): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const settled = inForce(known.records).filter(record => record.kind === 'settle' && record.to === to)
  if (settled.length === 0) return openAlready()
  for (const { id: record } of settled) {
    const said = await say(
      session,
      id,
      () => ({ kind: 'take-back', record }),
      (who, page) => `${who} opened a comment on ${page} again`,
    )
    if (isRefusal(said)) return said
  }
  return { kind: 'ok' }
}

const openAlready = (): Refusal =>
  refuse('open-already', 'This comment is open already. Nothing was changed.', 'Answer it, or settle it.')

/** A decision is on exactly the words that were read, by somebody who did not change them last. */
export async function decide(
  session: Session,
  id: PageId,
  wish: { hash: ContentHash; decision: 'good' | 'needs-changes'; note: string },
): Promise<{ kind: 'ok' } | Refusal> {
  const kept = await keepOutsideEdits(session, id)
  if (kept !== null) return kept
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  if (known.hash !== wish.hash) {
    return refuse(
      'changed-meanwhile',
      'This page changed while you were reading it, so nothing was decided. Your comments are kept.',
      'Read the page again: what changed is marked.',
    )
  }
  const no = mayNotDecide(meIn(session), known.changed?.by ?? null)
  if (no !== null) return refuse('own-work', no, 'Ask a colleague to read it.')
  return say(
    session,
    id,
    () => ({ kind: 'decision', ...wish, saidBy: null }),
    (who, page) => (wish.decision === 'good' ? `${who} approved ${page}` : `${who} asked for changes to ${page}`),
  )
}

/** An edit made with another program is a version first, of whoever is at this laptop: it decides who wrote the page last. */
export async function keepOutsideEdits(session: Session, id: PageId): Promise<Refusal | null> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const entry = session.workspace.byId(id)
  if (entry === null) return noSuchPage()
  const sentence = `${firstName(me.name)} changed ${named(entry)} outside Signpost`
  const made = await session.history.commitPaths([entry.path], { by: me, sentence })
  if (made === null) return null
  session.knowing.forget()
  return isRefusal(made) ? made : null
}

/** “Still accurate”: its own event, which moves the review date on and changes no word. */
export async function stillAccurate(
  session: Session,
  id: PageId,
): Promise<{ kind: 'ok'; due: IsoDate | null } | Refusal> {
  const said = await say(
    session,
    id,
    known => ({ kind: 'accurate', hash: known.hash }),
    (who, page) => `${who} checked that ${page} is still accurate`,
  )
  if (isRefusal(said)) return said
  return { kind: 'ok', due: (await session.knowing.one(id))?.due.due ?? null }
}

/** Lets the next publish take exactly these words without a review. The task stays until somebody decides. */
export function publishUrgently(session: Session, id: PageId, reason: string) {
  return say(
    session,
    id,
    known => ({ kind: 'urgent', hash: known.hash, reason }),
    (who, page) => `${who} let ${page} be published without review: ${reason}`,
  )
}
