import type { CheckFacts, Problem } from '../../../shared/checks/rule.ts'
import type { Entry } from '../../../shared/content/index.ts'
import type { FromChecks, ToChecks } from './check-messages.ts'

export interface ChecksInWorker {
  setFacts(facts: CheckFacts): void
  /** Rejects when the worker breaks; the next call starts another one. */
  check(entry: Entry): Promise<Problem[]>
  stop(): void
}

export function startChecks(): ChecksInWorker {
  let worker: Worker | null = null
  let facts: CheckFacts | null = null
  let round = 0
  const waiting = new Map<number, PromiseWithResolvers<Problem[]>>()

  function send(message: ToChecks): void {
    worker ??= open()
    worker.postMessage(message)
  }

  function open(): Worker {
    const opened = new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', (event: MessageEvent<FromChecks>) => {
      waiting.get(event.data.round)?.resolve(event.data.problems)
      waiting.delete(event.data.round)
    })
    opened.addEventListener('error', event => {
      worker = null
      opened.terminate()
      for (const one of waiting.values()) one.reject(new Error(`The checks broke: ${event.message}`))
      waiting.clear()
    })
    if (facts !== null) opened.postMessage({ kind: 'facts', facts } satisfies ToChecks)
    return opened
  }

  return {
    setFacts(next) {
      facts = next
      worker?.postMessage({ kind: 'facts', facts } satisfies ToChecks)
    },
    check(entry) {
      round += 1
      const answer = Promise.withResolvers<Problem[]>()
      waiting.set(round, answer)
      send({ kind: 'check', round, entry })
      return answer.promise
    },
    stop() {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}
