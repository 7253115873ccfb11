import { on } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { type CheckFacts, createChecker, rules } from '../../shared/checks/index.ts'
import { checkPiece, type Piece } from './check-piece.ts'

/** A thread that checks pages and files, one after the other. `check-hands.ts` tells it the facts first. */
const { check } = createChecker(rules)

if (parentPort !== null) {
  let facts: CheckFacts | null = null
  for await (const [said] of on(parentPort, 'message') as AsyncIterable<[CheckFacts] | [Piece]>) {
    if ('kind' in said) {
      if (facts !== null) parentPort.postMessage(await checkPiece(said, facts, check))
    } else facts = said
  }
}
