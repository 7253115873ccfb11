import * as desk from '../../src/main/desk/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { Act } from './acts.ts'
import { type AtDesk, nothing, type Outcome, outcomeOf, type Tell } from './outcomes.ts'

/** What families said, and what they are answered. */

/** On a day that has come whatever the clock says. */
const received = '2026-01-05'

export async function log({ session }: AtDesk, act: Extract<Act, { do: 'log' }>, tell: Tell): Promise<Outcome> {
  const details = detailsSchema.parse({ received, channel: 'telephone', words: act.words.join(' ') })
  const logged = await desk.addComment(session, details)
  if (!isRefusal(logged)) await tell('has-kept', act.words)
  return outcomeOf(logged)
}

/** An earlier answer stays beside it. */
export async function answer({ session }: AtDesk, act: Extract<Act, { do: 'answer' }>, tell: Tell): Promise<Outcome> {
  const comments = await desk.listComments(session)
  const found = comments[act.which % Math.max(comments.length, 1)]
  if (found === undefined) return nothing
  const answered = await desk.answerFamily(session, found.comment.id, act.words.join(' '))
  if (!isRefusal(answered)) await tell('has-kept', act.words)
  return outcomeOf(answered)
}
