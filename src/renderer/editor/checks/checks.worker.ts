import type { ToChecks } from './check-messages.ts'
import { createWorkerChecks } from './checks-of-worker.ts'

/** Runs the checks beside the typing, in a thread of its own. */
const checks = createWorkerChecks()

self.addEventListener('message', (event: MessageEvent<ToChecks>) => {
  const answer = checks.hear(event.data)
  if (answer !== null) self.postMessage(answer)
})
