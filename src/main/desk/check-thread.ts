import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type CheckFacts, createChecker, rules } from '../../shared/checks/index.ts'
import { checkFile } from './check-file.ts'
import type { Piece } from './check-hands.ts'
import { checkPage } from './check-page.ts'

/** A thread that checks pages and files, one after the other. It was begun by `check-hands.ts`, with the facts. */
const facts: CheckFacts = workerData
const { check } = createChecker(rules)

if (parentPort !== null) {
  for await (const [piece] of on(parentPort, 'message') as AsyncIterable<[Piece]>) {
    parentPort.postMessage(piece.kind === 'page' ? checkPage(piece, facts, check) : await checkFile(piece.path, facts))
  }
}
