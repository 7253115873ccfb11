import { although } from './although.ts'
import { changedSince } from './changed-since.ts'
import { changesAsked } from './changes-asked.ts'
import { choice } from './choice.ts'
import { commentToAnswer } from './comment-to-answer.ts'
import { dueSoon, overdue } from './due.ts'
import { gap } from './gap.ts'
import { heldBack } from './held-back.ts'
import type { WeekKind } from './kind.ts'
import { left } from './left.ts'
import { brokenLink } from './links.ts'
import { ready } from './ready.ts'
import { review, urgentReview } from './review.ts'

/** Every kind of line, in the order of the screen: its first kind says where a heading stands. */
export const weekKinds: readonly WeekKind[] = [
  left,
  overdue,
  dueSoon,
  choice,
  changesAsked,
  urgentReview,
  review,
  commentToAnswer,
  changedSince,
  ready,
  although,
  heldBack,
  brokenLink,
  gap,
]
