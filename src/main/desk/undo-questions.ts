import { parseEntry, workspacePathSchema } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/merge/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { nameOfQuestion } from '../git/index.ts'
import { answeredAlready, tellChoices } from './replies.ts'
import type { Session } from './session.ts'
import { type Clashing, type Undone, undoAct } from './undo-act.ts'
import * as words from './undo-words.ts'
import { touchedLast } from './undone.ts'

/** Nothing is undone yet: its words clash with later ones, and somebody has to choose. */
export interface Asks {
  kind: 'asks'
  questions: number
}

/** Undoes an act. Where its words clash with later ones it asks which are to stand, and changes nothing until then. */
export async function undoOrAsk(session: Session, version: string): Promise<Undone | Asks | Refusal> {
  let questions: Choice[] = []
  const undone = await undoAct(session, version, async clashing => {
    questions = questionsOf(clashing)
    return words.changedSince(clashing.later.at(-1) ?? null, questions[0]?.title ?? '')
  })
  if (questions.length === 0) return undone
  for (const question of questions) await session.choices.put(question)
  session.sharing.soon()
  await tellChoices(session)
  return { kind: 'asks', questions: questions.length }
}

/** One question for each place where an undo and later words clash: put back the former words, or keep what stands now? */
export function questionsOf({ act, later, reversal }: Clashing): Choice[] {
  return reversal.clashes.map(({ path, was, clash }) => {
    const change = reversal.changes.get(path)
    const safe = workspacePathSchema.parse(path)
    const { id: page, title } = parseEntry(safe, textIn(change)).entry.fields
    const newer = touchedLast(was, later) ?? act
    return {
      ...clash,
      id: nameOfQuestion(['undo', page, clash.field, clash.before, clash.mine, clash.theirs]),
      page,
      path: safe,
      title,
      mine: { by: act.by, at: act.at, doc: clash.mine },
      theirs: { by: newer.by, at: newer.at, doc: clash.theirs },
      undoing: { act: act.oid, sentence: act.sentence },
    }
  })
}

/** A page in which words clash is always a merged text. */
export function textIn(change: ReturnType<Clashing['reversal']['changes']['get']>): string {
  if (!change || !('text' in change)) throw new Error('a clash is in a page that was merged')
  return change.text
}

/** The questions that one undo asks: they are answered together, because it is done as one act or not at all. */
export async function askedWith({ choices }: Session, { id, undoing }: Choice): Promise<Choice[]> {
  return (await choices.list()).filter(each => each.id === id || (undoing && each.undoing?.act === undoing.act))
}

/** Leaves an act as it is whose undoing asks. What was replied is kept, for whoever undoes it again. */
export async function leaveAsItIs(session: Session, id: string): Promise<{ kind: 'ok' } | Refusal> {
  const choice = (await session.choices.list()).find(each => each.id === id && each.undoing !== undefined)
  if (choice === undefined) return answeredAlready()
  for (const each of await askedWith(session, choice)) await session.choices.remove(each.id)
  session.sharing.soon()
  await tellChoices(session)
  return { kind: 'ok' }
}
