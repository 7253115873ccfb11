import type { Problem } from '../../shared/checks/index.ts'
import { type Block, type Entry, isSame } from '../../shared/content/index.ts'
import type { Answer, Tried } from '../../shared/contract/index.ts'
import type { Choice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { answeredText } from './apply-answer.ts'
import { answeredAlready } from './replies.ts'
import type { Session } from './session.ts'

/** What an answer would come to, by the same checks that look at every page while it is typed. Changes nothing. */
export async function tryAnswer(session: Session, id: string, answer: Answer): Promise<Tried | Refusal> {
  const choice = (await session.choices.list()).find(each => each.id === id)
  if (choice === undefined) return answeredAlready()
  if (choice.file !== undefined) return { kind: 'tried', problems: [], reviewAgain: false }
  const result = answeredText(session, choice, answer)
  if (isRefusal(result)) return result
  const about = (await session.checking.problems(result.next)).filter(each =>
    isAbout(each, choice, answer, result.next),
  )
  // The same sentence about two places tells nothing more.
  const said = new Map(about.map(({ severity, message, why }) => [message, { severity, message, why }]))
  const changes = result.answered !== result.text
  return {
    kind: 'tried',
    problems: [...said.values()],
    reviewAgain: changes && (await needsReviewAgain(session, choice)),
  }
}

/** Families read it, or it was approved: its words are others since, and somebody has to look again. */
async function needsReviewAgain({ knowing }: Session, { page }: Choice): Promise<boolean> {
  const known = page === null ? null : await knowing.one(page)
  return known !== null && known.standing.state !== 'draft'
}

function isAbout(problem: Problem, choice: Choice, answer: Answer, { doc }: Entry): boolean {
  const [field] = choice.field.split('.')
  if (field !== 'body' || problem.field !== 'body') return problem.field === field
  const block = doc.content[problem.place.path[0] ?? -1]
  const words = blocksOf(choice, answer)
  return block !== undefined && words.some(each => isSame(each, block))
}

function blocksOf({ mine, theirs }: Choice, answer: Answer): readonly Block[] {
  switch (answer.kind) {
    case 'mine':
      return mine.doc.content
    case 'theirs':
      return theirs.doc.content
    case 'both':
      return [...theirs.doc.content, ...mine.doc.content]
    case 'written':
      return answer.doc.content
  }
}
