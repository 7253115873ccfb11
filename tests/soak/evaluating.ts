import * as desk from '../../src/main/desk/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { Act } from './acts.ts'
import { type AtDesk, nothing, type Outcome, outcomeOf, refused, type Tell } from './outcomes.ts'

/** Judging in an evaluation, and finishing it, as its screen does both. */

type Judge = Extract<Act, { do: 'judge' }>

/** What was said there before stays where it is: every judgement is a file of its own. */
export async function judge({ session }: AtDesk, act: Judge, tell: Tell): Promise<Outcome> {
  const [list] = await session.knowing.checklists()
  if (list === undefined) return nothing
  const begun = await unfinished(session)
  const made = begun === null ? await desk.beginEvaluation(session, list.id, act.words.join(' ')) : begun
  if (isRefusal(made)) return refused(made)
  const opened = await desk.openEvaluation(session, made.id)
  if (isRefusal(opened)) return refused(opened)
  const item = opened.items[act.requirement % Math.max(opened.items.length, 1)]
  if (item === undefined) return nothing
  const said = { judgement: act.judgement, comment: act.words.join(' ') }
  const judged = await desk.judge(session, made.id, { requirement: item.requirement, seen: item.seen, said })
  if (!isRefusal(judged)) await tell('has-kept', act.words)
  return outcomeOf(judged)
}

export async function finish({ session }: AtDesk): Promise<Outcome> {
  const begun = await unfinished(session)
  return begun === null ? nothing : outcomeOf(await desk.finishEvaluation(session, begun.id))
}

/** The first one that is not finished, whoever began it. */
async function unfinished(session: desk.Session): Promise<{ id: string } | null> {
  const { list } = await session.knowing.evaluations()
  const found = list.find(({ finished }) => finished.length === 0)
  return found === undefined ? null : { id: found.id }
}
