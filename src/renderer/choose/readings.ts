import type { Block, Doc } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'

/** Whose words a reading shows. */
export type Reading = 'mine' | 'theirs' | 'both'

/** The words in question as one of the answers would leave them. */
export function wordsOf(choice: Choice, reading: Reading): Doc {
  const of: Readonly<Record<Reading, readonly Block[]>> = {
    mine: choice.mine.doc.content,
    theirs: choice.theirs.doc.content,
    both: [...choice.mine.doc.content, ...choice.theirs.doc.content],
  }
  return { type: 'doc', content: [...of[reading]] }
}
