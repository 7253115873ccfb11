import { ulid } from 'ulid'
import { type Instant, instantSchema, wordsIn } from '../../shared/content/index.ts'
import type { CommentView } from '../../shared/contract/index.ts'
import {
  type Action,
  answererOf,
  type CommentId,
  type Correction,
  commentSchema,
  commentStanding,
  type Details,
  type Exclusion,
  type FamilyComment,
  findAlike,
  firstDay,
  type KnownWords,
  type Recognised,
  type Said,
  saidSchema,
  whoCanBeRecognised,
} from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { keepComments } from './keep-comments.ts'
import { meOrRefusal, nowOf, type Session, todayOf } from './session.ts'

/** What families said: logging it, answering it, and deciding what is not published. */

export async function listComments(session: Session): Promise<CommentView[]> {
  const { workspace, history } = session
  const [comments, answers] = await Promise.all([workspace.comments.list(), workspace.answers.list()])
  const published = new Map<string, (typeof answers)[number]>(answers.map(answer => [answer.id, answer]))
  const [desk, live] = await Promise.all([history.filesAt('desk'), history.filesAt('live')])
  return comments
    .map((comment): CommentView => {
      const answer = published.get(comment.id) ?? null
      const { state, answer: last, leftOut, answeredSince } = commentStanding(comment, answer)
      const path = workspace.answers.pathOf(comment.id)
      return {
        comment: { ...comment, owner: answererOf(comment) },
        state,
        answer: last && { by: last.by.name, at: last.at, text: last.text },
        leftOut: leftOut && { by: leftOut.by.name, at: leftOut.at, because: leftOut.because, why: leftOut.why },
        published: answer,
        onSite: answer !== null && live.has(path) && live.get(path) === desk.get(path),
        answeredSince,
        titles: Object.fromEntries(
          comment.pages.flatMap(id => {
            const title = workspace.byId(id)?.fields.title
            return title === undefined ? [] : [[id, title]]
          }),
        ),
      }
    })
    .toSorted(
      (a, b) => b.comment.received.localeCompare(a.comment.received) || b.comment.id.localeCompare(a.comment.id),
    )
}

export function recognise(session: Session, text: string): Recognised[] {
  return whoCanBeRecognised(text, knownWords(session))
}

export function recogniseAll(session: Session, texts: readonly string[]): Recognised[][] {
  const known = knownWords(session)
  return texts.map(text => whoCanBeRecognised(text, known))
}

/** Words with a capital that this workspace knows, and that are therefore nobody's name. */
function knownWords({ workspace }: Pick<Session, 'workspace'>): KnownWords {
  const { name, council, sections, shortForms } = workspace.config()
  const titles = [
    ...workspace.entries().map(entry => entry.fields.title),
    ...sections.map(section => section.title),
    ...shortForms.flatMap(form => [form.name, form.means]),
    name,
    council,
  ]
  return { notNames: new Set(titles.flatMap(title => wordsIn(title.toLowerCase()))) }
}

export async function addComment(
  session: Session,
  details: Details,
): Promise<{ kind: 'ok'; id: CommentId; same: string | null } | Refusal> {
  const late = noSuchDay(session, details)
  if (late !== null) return late
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const same = findAlike(details, await session.workspace.comments.list())
  const at = nowOf(session)
  const id = ulid(Date.parse(at))
  const comment = commentSchema.parse({ id, ...details, said: [{ id, by: me, at, kind: 'logged' }] })
  const kept = await keepComments(session, { put: [comment] }, who => `${who} logged what a family said`)
  return isRefusal(kept) ? kept : { kind: 'ok', id: comment.id, same: same?.other.received ?? null }
}

export async function changeComment(
  session: Session,
  id: CommentId,
  details: Correction,
): Promise<{ kind: 'ok' } | Refusal> {
  const late = details.received === undefined ? null : noSuchDay(session, { received: details.received })
  if (late !== null) return late
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  return change(
    session,
    id,
    comment => {
      const noted = commentSchema.parse({ ...comment, ...details })
      const { owner } = details
      // Whoever it was given to would have it still, where the name that is written now is the one of that day.
      if (owner === undefined || answererOf(noted) === owner) return noted
      return withSaid(noted, { kind: 'given', to: owner, from: owner }, me, nowOf(session))
    },
    who => `${who} changed what was noted of a family’s comment`,
  )
}

export async function answerFamily(session: Session, id: CommentId, text: string) {
  return sayOfComment(session, id, { kind: 'answer', text }, who =>
    text === '' ? `${who} took back an answer to a family` : `${who} answered a family’s comment`,
  )
}

/** Not published, for one of the two reasons that the law knows; who decided and why is kept. */
export async function leaveOut(session: Session, id: CommentId, because: Exclusion, why: string) {
  const answers = await session.workspace.answers.list()
  if (answers.some(answer => answer.id === id)) {
    return refuse(
      'published',
      'Families can read the answer to this comment, so it cannot be left out. Nothing was changed.',
      'Take the answer off the site first.',
    )
  }
  return sayOfComment(
    session,
    id,
    { kind: 'left-out', because, why },
    who => `${who} left a family’s comment out of the answers`,
  )
}

export async function takeIn(session: Session, id: CommentId) {
  return sayOfComment(session, id, { kind: 'taken-in' }, who => `${who} took a family’s comment back into the answers`)
}

export async function setAction(
  session: Session,
  id: CommentId,
  action: Omit<Action, 'id'> & { id?: string | undefined },
): Promise<{ kind: 'ok' } | Refusal> {
  const { id: known, what, done } = action
  const before = (await session.workspace.comments.list()).find(each => each.id === id)?.actions ?? []
  // What a colleague's clock said that is ahead is no obstacle to whoever changes something else.
  const isSaidNow = before.find(each => each.id === known)?.done !== done
  if (isSaidNow && done !== null && done > todayOf(session)) return notDoneYet()
  const fresh = { ...action, id: known ?? ulid(Date.parse(nowOf(session))) }
  const put = (actions: readonly Action[]) => {
    if (what === '') return actions.filter(each => each.id !== known)
    return actions.some(each => each.id === known)
      ? actions.map(each => (each.id === known ? fresh : each))
      : [...actions, fresh]
  }
  return change(
    session,
    id,
    comment => commentSchema.parse({ ...comment, actions: put(comment.actions) }),
    who => `${who} changed what is to be done after a family’s comment`,
  )
}

export async function removeComment(session: Session, id: CommentId): Promise<{ kind: 'ok' } | Refusal> {
  const { comments, answers } = session.workspace
  const now = async () => {
    const [logged, published] = await Promise.all([comments.list(), answers.list()])
    if (!logged.some(comment => comment.id === id)) return noSuchComment()
    return { remove: [id], ...(published.some(answer => answer.id === id) && { unpublish: [id] }) }
  }
  return keepComments(session, now, who => `${who} deleted a family’s comment`)
}

type New = Said extends infer R ? (R extends Said ? Omit<R, 'id' | 'by' | 'at'> : never) : never

export async function sayOfComment(
  session: Session,
  id: CommentId,
  what: New | ((comment: FamilyComment) => New),
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  return change(
    session,
    id,
    comment => withSaid(comment, typeof what === 'function' ? what(comment) : what, me, nowOf(session)),
    sentence,
  )
}

/** The comment with one more thing said of it. */
export function withSaid(comment: FamilyComment, what: New, by: Person, now: Instant): FamilyComment {
  const at = laterThanAll(comment, now)
  const said = saidSchema.parse({ ...what, id: ulid(Date.parse(at)), by, at })
  return { ...comment, said: [...comment.said, said] }
}

/** Whoever answers has read what was said before: where a colleague's clock was ahead, the answer counts all the same. */
function laterThanAll({ said }: FamilyComment, now: Instant): Instant {
  const last = Math.max(...said.map(({ at }) => Date.parse(at)), Date.parse(now) - 1)
  return instantSchema.parse(new Date(last + 1).toISOString())
}

/** Of the comment as it stands when it is written: what a colleague said of it meanwhile stays, and so does a deletion. */
async function change(
  session: Session,
  id: CommentId,
  to: (comment: FamilyComment) => FamilyComment,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const now = async () => {
    const comment = (await session.workspace.comments.list()).find(each => each.id === id)
    return comment === undefined ? noSuchComment() : { put: [to(comment)] }
  }
  return keepComments(session, now, sentence)
}

const notDoneYet = (): Refusal =>
  refuse(
    'not-yet',
    'This day is still to come, so nothing can have been done on it. Nothing was kept.',
    'Give the day on which it was done.',
  )

export const noSuchComment = (): Refusal =>
  refuse(
    'no-such-comment',
    'This comment is not there any more. A colleague may have deleted it. What you typed is still here.',
    'Look at the list again; a deletion can be undone under “What was done”.',
  )

function noSuchDay(session: Session, { received }: Pick<Details, 'received'>): Refusal | null {
  if (received < firstDay) {
    return refuse(
      'too-early',
      'On the day it came there were no Local Offers yet: they began on 1 September 2014. Nothing was kept.',
      'Look at the year, and choose the day again.',
    )
  }
  if (received <= todayOf(session)) return null
  return refuse(
    'in-the-future',
    'The day it came has not come yet. Nothing was kept.',
    'Choose today or an earlier day.',
  )
}
