import type { Answer, Answered, Finished, Reply } from '../../shared/contract/index.ts'
import type { Choice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { applyAnswer } from './apply-answer.ts'
import { answeredAlready, answerOf, answersOf, repliesOf } from './replies.ts'
import { nowOf, type Session } from './session.ts'
import { undoAct } from './undo-act.ts'

/** Puts what was replied to these questions into the pages, in their order; stops at the first that cannot be. */
export async function finishChoices(session: Session, ids: readonly string[]): Promise<Finished | Refusal> {
  const finished: Finished = { kind: 'finished', used: 0, acts: [] }
  for (const choice of (await session.choices.list()).filter(({ id }) => ids.includes(id))) {
    const reply = await repliesOf(session).read(choice.id)
    const answer = reply === null ? null : answerOf(reply)
    if (answer === null) continue
    const versions = await use(session, choice, answer)
    if (isRefusal(versions)) return versions
    finished.used += 1
    finished.acts.push(...versions)
  }
  session.sharing.soon()
  void session.sharing.now()
  return finished
}

/** A kill at any step leaves the question, or its answer, or both: asked twice, it is put in once. */
async function use(session: Session, choice: Choice, answer: Answer): Promise<string[] | Refusal> {
  const { id } = choice
  const replies = repliesOf(session)
  const before = await replies.read(id)
  const written = answer.kind === 'written' ? answer.doc : (before?.written ?? null)
  const reply = { answer: answer.kind, written } satisfies Reply
  const applied = await applyAnswer(session, choice, answer, {
    begun: before?.answer === answer.kind ? before.applied : null,
    async note(hash) {
      const noted = await replies.put({ id, ...reply, applied: hash })
      return isRefusal(noted) ? noted : null
    },
  })
  if (isRefusal(applied)) {
    tellChoices(session)
    return applied
  }
  const kept = await answersOf(session).put({ id, choice, reply, at: nowOf(session), versions: applied.versions })
  if (isRefusal(kept)) return kept
  await session.choices.remove(id)
  await replies.remove(id)
  await forgetOld(session)
  tellChoices(session)
  return applied.versions
}

/** More than anybody looks back at. */
const mostAnswers = 50

async function forgetOld(session: Session): Promise<void> {
  const answers = answersOf(session)
  const newestFirst = (await answers.list()).sort((a, b) => b.at.localeCompare(a.at))
  for (const { id } of newestFirst.slice(mostAnswers)) await answers.remove(id)
}

/** What was answered on this laptop, newest first. */
export async function answeredLately(session: Session): Promise<Answered[]> {
  const answers = (await answersOf(session).list()).sort((a, b) => b.at.localeCompare(a.at))
  return answers.map(({ id, choice: { page, title, field, theirs }, reply, at }) => {
    return { id, page, title, field, with: theirs.by.name, answer: reply.answer, at }
  })
}

/** Undoes an answer and asks the question again. Where the words were changed since, says so and leaves them. */
export async function askAgain(session: Session, id: string): Promise<{ kind: 'ok' } | Refusal> {
  const answers = answersOf(session)
  const answer = (await answers.list()).find(each => each.id === id)
  if (answer === undefined) return answeredAlready()
  for (const version of answer.versions.toReversed()) {
    const undone = await undoAct(session, version)
    // Whoever undid it elsewhere already wants the question back no less.
    if (isRefusal(undone) && undone.code !== 'undone-already') return undone
  }
  const kept = await repliesOf(session).put({ id: answer.id, ...answer.reply, applied: null })
  if (isRefusal(kept)) return kept
  await session.choices.put(answer.choice)
  await answers.remove(answer.id)
  tellChoices(session)
  void session.sharing.now()
  return { kind: 'ok' }
}

/** The number of questions stands at the side of every window. */
function tellChoices({ world, sharing }: Session): void {
  world.emit({ kind: 'changed', ids: null })
  world.emit({ kind: 'sync', state: sharing.state() })
}
