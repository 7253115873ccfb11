import type { Judged } from '../../../shared/checks/judge.ts'
import type { Problem } from '../../../shared/checks/rule.ts'
import type { Block, Entry } from '../../../shared/content/index.ts'
import { changedPart, withPart } from './changed-part.ts'
import type { FromChecks, ToChecks, Told } from './check-messages.ts'

export interface ChecksInWorker {
  tell(told: Told): void
  /** Rejects when the worker breaks; the next call starts another one. */
  check(entry: Entry): Promise<Judged>
  stop(): void
}

export function startChecks(): ChecksInWorker {
  let worker: Worker | null = null
  const told = new Map<Told['kind'], Told>()
  let round = 0
  /** What the worker was told of last, and what it answered: it is told, and answers, what is different now. */
  let sent: readonly Block[] = []
  let found: readonly Problem[] = []
  const waiting = new Map<number, PromiseWithResolvers<Judged>>()

  function open(): Worker {
    sent = []
    found = []
    const opened = new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', (event: MessageEvent<FromChecks>) => {
      found = withPart(found, event.data.problems)
      waiting.get(event.data.round)?.resolve({ problems: [...found], dismissed: event.data.dismissed })
      waiting.delete(event.data.round)
    })
    opened.addEventListener('error', event => {
      worker = null
      opened.terminate()
      for (const one of waiting.values()) one.reject(new Error(`The checks broke: ${event.message}`))
      waiting.clear()
    })
    for (const each of told.values()) opened.postMessage(each satisfies ToChecks)
    return opened
  }

  return {
    tell(each) {
      told.set(each.kind, each)
      worker?.postMessage(each satisfies ToChecks)
    },
    check(entry) {
      round += 1
      const answer = Promise.withResolvers<Judged>()
      waiting.set(round, answer)
      // A new worker knows of no block.
      worker ??= open()
      const blocks = changedPart(sent, entry.doc.content, (one, other) => one === other)
      sent = entry.doc.content
      worker.postMessage({
        kind: 'check',
        round,
        details: { ...entry, doc: { type: 'doc', content: [] } },
        blocks,
      } satisfies ToChecks)
      return answer.promise
    },
    stop() {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}
