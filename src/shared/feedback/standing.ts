import type { PublicAnswer } from './answer.ts'
import { type FamilyComment, inOrder, type Said } from './comment.ts'

export const commentStates = ['to-answer', 'answered', 'published', 'left-out'] as const
export type CommentState = (typeof commentStates)[number]

export interface CommentStanding {
  state: CommentState
  answer: Extract<Said, { kind: 'answer' }> | null
  /** The decision not to publish it, with who decided and why; null where none holds. */
  leftOut: Extract<Said, { kind: 'left-out' }> | null
  /** The answer was written anew after these words went to families. */
  answeredSince: boolean
  logged: Extract<Said, { kind: 'logged' }> | null
}

/** What follows from what was said of a comment, and from the words that were agreed for families; nothing of it is stored. */
export function commentStanding(comment: FamilyComment, published: PublicAnswer | null): CommentStanding {
  const said = inOrder(comment.said)
  const last = said.findLast(each => each.kind === 'answer')
  const answer = last === undefined || last.text === '' ? null : last
  const choice = said.findLast(each => each.kind === 'left-out' || each.kind === 'taken-in')
  const leftOut = choice?.kind === 'left-out' ? choice : null
  const logged = said.find(each => each.kind === 'logged') ?? null
  // Words that families can read are public, whatever was decided beside them.
  const state =
    published !== null ? 'published' : leftOut !== null ? 'left-out' : answer !== null ? 'answered' : 'to-answer'
  const answeredSince = published !== null && answer !== null && Date.parse(answer.at) > Date.parse(published.at)
  return { state, answer, leftOut, answeredSince, logged }
}
