import type { ContentHash } from '../../shared/content/index.ts'
import type { Answer, Answered, Finished } from '../../shared/contract/index.ts'
import type { Choice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { applyAnswer } from './apply-answer.ts'
import { applyToUndo } from './apply-to-undo.ts'
import { answeredAlready, answerOf, answersOf, type KeptAnswer, repliesOf, tellChoices } from './replies.ts'
import { nowOf, type Session } from './session.ts'
import { undoAct } from './undo-act.ts'
import { askedWith } from './undo-questions.ts'

/** Puts what was replied to these questions into the pages, in their order; stops at the first that cannot be. */
export async function finishChoices(session: Session, ids: readonly string[]): Promise<Finished | Refusal> {
  const finished: Finished = { kind: 'finished', used: 0, acts: [] }
  const waiting = (await session.choices.list()).filter(({ id }) => ids.includes(id))
  for (const choice of waiting.filter(isFirstOfItsUndo)) {
    const used = await use(session, choice)
    // What was answered is only here yet.
    if (!isRefusal(used) && used.answers > 0) session.sharing.soon()
    await tellChoices(session)
    if (isRefusal(used)) return used
    finished.used += used.answers
    finished.acts.push(...used.versions)
  }
  void session.sharing.now()
  return finished
}

/** What one undo asks is answered together. */
function isFirstOfItsUndo({ undoing }: Choice, at: number, waiting: readonly Choice[]): boolean {
  return undoing === undefined || waiting.findIndex(each => each.undoing?.act === undoing.act) === at
}

/** A kill at any step leaves the question, or its answer, or both: asked twice, it is put in once. */
async function use(session: Session, choice: Choice): Promise<{ answers: number; versions: string[] } | Refusal> {
  const answered: AnsweredChoice[] = []
  for (const each of await askedWith(session, choice)) {
    const kept = await repliesOf(session).read(each.id)
    const answer = kept === null ? null : answerOf(kept)
    if (kept === null || answer === null) return { answers: 0, versions: [] }
    const reply = { answer: answer.kind, written: answer.kind === 'written' ? answer.doc : kept.written }
    answered.push({ choice: each, answer, reply, begun: kept.applied })
  }
  const applied = await apply(session, choice, answered)
  if (isRefusal(applied)) return applied
  for (const { choice: asked, reply } of answered) {
    const answer = { id: asked.id, choice: asked, reply, at: nowOf(session), versions: applied.versions }
    const kept = await answersOf(session).put(answer)
    if (isRefusal(kept)) return kept
    await session.choices.remove(asked.id)
    await repliesOf(session).remove(asked.id)
  }
  await forgetOld(session)
  return { answers: answered.length, versions: applied.versions }
}

interface AnsweredChoice {
  choice: Choice
  answer: Answer
  reply: KeptAnswer['reply']
  /** See `applied` of a kept reply. */
  begun: ContentHash | null
}

async function apply(session: Session, { undoing }: Choice, answered: readonly AnsweredChoice[]) {
  if (undoing !== undefined) return applyToUndo(session, undoing.act, answered)
  const [only] = answered
  if (only === undefined) return answeredAlready()
  const { choice, answer, reply, begun } = only
  return applyAnswer(session, choice, answer, {
    begun,
    async note(applied) {
      const noted = await repliesOf(session).put({ id: choice.id, ...reply, applied })
      return isRefusal(noted) ? noted : null
    },
  })
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
  return answers.map(({ id, choice: { page, title, field, theirs, undoing }, reply, at }) => {
    return { id, page, title, field, with: theirs.by.name, undoing: undoing !== undefined, answer: reply.answer, at }
  })
}

/** Undoes an answer and asks the question again. Where the words were changed since, says so and leaves them. */
export async function askAgain(session: Session, id: string): Promise<{ kind: 'ok' } | Refusal> {
  const answers = await answersOf(session).list()
  const answer = answers.find(each => each.id === id)
  // It may have come back with another one of the same undo.
  if (answer === undefined)
    return (await session.choices.list()).some(each => each.id === id) ? { kind: 'ok' } : answeredAlready()
  for (const version of answer.versions.toReversed()) {
    const undone = await undoAct(session, version)
    // Whoever undid it elsewhere already wants the question back no less.
    if (isRefusal(undone) && undone.code !== 'undone-already') return undone
  }
  const { undoing } = answer.choice
  for (const each of answers.filter(one => one === answer || (undoing && one.choice.undoing?.act === undoing.act))) {
    const kept = await repliesOf(session).put({ id: each.id, ...each.reply, applied: null })
    if (isRefusal(kept)) return kept
    await session.choices.put(each.choice)
    await answersOf(session).remove(each.id)
  }
  session.sharing.soon()
  await tellChoices(session)
  void session.sharing.now()
  return { kind: 'ok' }
}
