import type { PageState } from '../../../shared/review/records.ts'

export type NextStepName = 'ask' | 'ask-again' | 'review' | 'take-back' | 'publish'

/** What somebody can do next with a page, by the state of its words; `waiting` is what is known of its review. */
export function nextStepOf(
  state: PageState,
  waiting: { askedByMe: boolean; mayNotDecide: string | null } | null,
): NextStepName | null {
  switch (state) {
    case 'draft':
    case 'changes-asked':
    case 'changed-since-approval':
      return 'ask'
    case 'ready-for-review':
      if (waiting === null) return null
      if (waiting.mayNotDecide === null) return 'review'
      return waiting.askedByMe ? 'take-back' : null
    case 'approved':
      return 'publish'
    // There is nothing new in it to read; it is there for whoever wants another pair of eyes all the same.
    case 'live':
    case 'withdrawn':
      return 'ask-again'
  }
}
