import { type CheckFacts, createChecker, rules } from '../../../shared/checks/index.ts'
import type { FromChecks, ToChecks } from './check-messages.ts'

/** Runs the checks beside the typing, in a thread of its own, and remembers the blocks that did not change. */
const checker = createChecker(rules)
let facts: CheckFacts = { titles: new Map(), media: new Map(), today: '' }

self.addEventListener('message', (event: MessageEvent<ToChecks>) => {
  const message = event.data
  if (message.kind === 'facts') {
    facts = message.facts
    return
  }
  const answer: FromChecks = { round: message.round, problems: checker.check(message.entry, facts) }
  self.postMessage(answer)
})
