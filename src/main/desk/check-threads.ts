import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** To begin a thread and to read the program in it costs as much as a hundred pages. */
const worthAThread = 150

/** Threads that wait for the facts and the pieces: whoever checks takes them. */
const waiting = new Set<Worker>()

/** How many threads beside this one are worth it, where one is for so many pieces. */
export function threadsFor(pieces: number, each = worthAThread): number {
  return Math.min(availableParallelism() - 1, Math.floor(pieces / each))
}

/**
 * Begins threads before it is known what they will check: they read the program while this one reads the pages. A process that
 * comes to an end does not wait for those that nobody takes.
 */
export function beginThreadsAhead(pieces: number): void {
  for (let thread = waiting.size; thread < threadsFor(pieces); thread++) waiting.add(begun())
}

/** A thread of `check-thread.ts`: one that waits, or a new one. */
export function takeThread(): Worker {
  const [thread = begun()] = waiting
  waiting.delete(thread)
  thread.ref()
  return thread
}

function begun(): Worker {
  const thread = new Worker(program)
  const isOver = () => void waiting.delete(thread)
  thread.unref()
  return thread.on('error', isOver).on('exit', isOver)
}

/** Beside this file in the sources, and beside the program that was built of them. */
const program = join(import.meta.dirname, `check-thread${extname(import.meta.filename)}`)
