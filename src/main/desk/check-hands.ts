import { setImmediate as breath } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { type CheckFacts, createChecker, type Problem, rules } from '../../shared/checks/index.ts'
import type { Entry } from '../../shared/content/index.ts'
import { type Checked, checkPiece, type Piece } from './check-piece.ts'
import { takeThread, threadsFor } from './check-threads.ts'

/** Beside a program that has long grown quick, a thread costs as much as a few hundred pages. */
const worthBeside = 300
/** So many letters of one page hold up whoever has to be there for others: a breath is drawn only between two pages. */
const mostLettersHere = 20_000
/** So many pieces are with a thread at once: it never waits for the next, and little is lost with one that breaks. */
const inHand = 4
/** And so many may be done before their turn, so that what is held does not grow with what there is. */
const ahead = 64

/** Who checks: this thread too, or, where it has to be there for others, as long as there are threads beside it those alone. */
export type Hands = 'all' | 'beside'

/**
 * Checks pieces here and in threads beside, one for each further processor; the answers come in the order of the pieces.
 * Where a thread breaks or cannot be begun, what it had is done here.
 */
export async function* byManyHands<P extends Piece>(
  pieces: readonly P[],
  facts: CheckFacts,
  check: (entry: Entry, facts: CheckFacts) => Problem[] = createChecker(rules).check,
  hands: Hands = 'all',
): AsyncGenerator<Checked<P>> {
  const done = new Map<number, Checked<P>>()
  const fallen: number[] = []
  const threads = new Map<Worker, number[]>()
  let taken = 0
  let given = 0
  let wake: () => void = () => undefined

  const next = (): number | null => fallen.shift() ?? (taken < pieces.length && taken < given + ahead ? taken++ : null)

  function fill(thread: Worker, held: number[]): void {
    while (held.length < inHand) {
      const at = next()
      if (at === null) return
      held.push(at)
      thread.postMessage(pieces[at])
    }
  }

  function begin(): void {
    const thread = takeThread()
    thread.postMessage(facts)
    const held: number[] = []
    threads.set(thread, held)
    thread.on('message', (answer: Checked<P>) => {
      const at = held.shift()
      if (at !== undefined) done.set(at, answer)
      fill(thread, held)
      wake()
    })
    const fall = () => {
      fallen.push(...held.splice(0))
      threads.delete(thread)
      wake()
    }
    thread.on('error', fall)
    thread.on('exit', fall)
  }

  async function here(at: number): Promise<void> {
    const piece = pieces[at]
    if (piece === undefined) return
    done.set(at, (await checkPiece(piece, facts, check)) as Checked<P>)
  }

  try {
    const worth = hands === 'all' ? threadsFor(pieces.length) : threadsFor(pieces.length, worthBeside)
    const beside = worth || (hands === 'beside' && pieces.some(holdsUp) ? 1 : 0)
    for (let thread = 0; thread < beside; thread++) begin()
    while (given < pieces.length) {
      const answer = done.get(given)
      if (answer !== undefined) {
        done.delete(given)
        given += 1
        yield answer
        continue
      }
      for (const [thread, held] of threads) fill(thread, held)
      const at = hands === 'all' || threads.size === 0 ? next() : null
      if (at !== null) {
        await here(at)
        await breath()
      } else {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    }
  } finally {
    await Promise.all([...threads.keys()].map(thread => thread.terminate()))
  }
}

/** How long a file is, nobody knows before it was read. */
function holdsUp(piece: Piece): boolean {
  return piece.kind === 'file' || piece.text.length > mostLettersHere
}
