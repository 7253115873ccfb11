import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type CheckFacts, createChecker, rules } from '../../shared/checks/index.ts'
import { checkPiece, type Piece } from './check-piece.ts'

/** A thread that checks pages and files, one after the other. It was begun by `check-hands.ts`, with the facts. */
const facts: CheckFacts = workerData
const { check } = createChecker(rules)

if (parentPort !== null) {
  for await (const [piece] of on(parentPort, 'message') as AsyncIterable<[Piece]>) {
    parentPort.postMessage(await checkPiece(piece, facts, check))
  }
}
