import type { Refusal } from '../../shared/outcome.ts'
import type { Api } from './api.ts'

/** What the main process answers, by the question: derived from the contract, never written twice. */
type AnswerTo<Question extends (...input: never[]) => Promise<unknown>> = Exclude<
  Awaited<ReturnType<Question>>,
  Refusal
>

export type Hello = AnswerTo<Api['start']['hello']>
export type Week = AnswerTo<Api['week']['get']>
export type Waiting = AnswerTo<Api['review']['waiting']>[number]
export type ReviewView = AnswerTo<Api['review']['open']>
export type AnswerRead = AnswerTo<Api['review']['lookAtAnswer']>
export type SearchHit = AnswerTo<Api['pages']['search']>[number]
export type Deleted = AnswerTo<Api['pages']['bin']>[number]
export type MediaItem = AnswerTo<Api['media']['list']>[number]
export type Planned = Extract<AnswerTo<Api['live']['plan']>, { kind: 'plan' }>['ready'][number]
export type HeldBack = Extract<AnswerTo<Api['live']['plan']>, { kind: 'plan' }>['heldBack'][number]
export type WebHost = AnswerTo<Api['live']['hosts']>[number]
export type PublishRecord = AnswerTo<Api['live']['before']>[number]
export type UndoneAct = Extract<AnswerTo<Api['activity']['undo']>, { kind: 'undone' }>
export type WeekLine = Week['lines'][number]
export type WeekAct = WeekLine['acts'][number]
