import {
  type CheckFacts,
  createChecker,
  judge,
  noTerms,
  type Problem,
  rules,
  type Terms,
} from '../../../shared/checks/index.ts'
import type { Block } from '../../../shared/content/index.ts'
import { changedPart, withPart } from './changed-part.ts'
import type { FromChecks, ToChecks } from './check-messages.ts'

/** What the worker knows from one message to the next: the page's blocks, what was told of them, the facts and the terms. */
export function createWorkerChecks(): { hear(message: ToChecks): FromChecks | null } {
  const checker = createChecker(rules)
  let facts: CheckFacts = { titles: new Map(), media: new Map(), today: '' }
  let terms: Omit<Terms, 'today'> = noTerms
  let blocks: readonly Block[] = []
  let told: readonly Problem[] = []
  return {
    hear(message) {
      if (message.kind === 'facts') {
        facts = message.facts
        return null
      }
      if (message.kind === 'terms') {
        terms = message.terms
        return null
      }
      blocks = withPart(blocks, message.blocks)
      const entry = { ...message.details, doc: { type: 'doc' as const, content: [...blocks] } }
      const { problems: found, dismissed } = judge(checker.check(entry, facts), entry, { ...terms, today: facts.today })
      const problems = changedPart(told, found, isSame)
      told = found
      return { round: message.round, problems, dismissed }
    },
  }
}

function isSame(one: Problem, other: Problem): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
