import type { ContentHash, Instant } from '../content/ids.ts'
import { inForce } from './in-force.ts'
import type { Person, Quote, ReviewRecord, SaidBy } from './records.ts'

export interface CommentThread {
  id: string
  by: Person
  at: Instant
  /** The words of the page that it was made on. */
  hash: ContentHash
  quote: Quote | null
  text: string
  /** Other words for the quoted ones. */
  wording: string | null
  /** Whom a file says that it is from. */
  saidBy: SaidBy | null
  settled: boolean
  /** Whether its wording was taken. */
  taken: boolean
  answers: { by: Person; at: Instant; text: string }[]
}

/** The comments on a page, oldest first, each with its answers. */
export function commentThreads(records: readonly ReviewRecord[]): CommentThread[] {
  const threads = new Map<string, CommentThread>()
  for (const record of inForce(records)) {
    if (record.kind === 'comment') {
      const { id, by, at, hash, quote, text, wording, saidBy } = record
      if (saidBy !== null && isIn(threads, saidBy)) continue
      threads.set(id, { id, by, at, hash, quote, text, wording, saidBy, settled: false, taken: false, answers: [] })
    } else if (record.kind === 'answer') {
      threads.get(record.to)?.answers.push({ by: record.by, at: record.at, text: record.text })
    } else if (record.kind === 'settle') {
      const thread = threads.get(record.to)
      if (thread) Object.assign(thread, { settled: true, taken: thread.taken || record.taken })
    }
  }
  return [...threads.values()]
}

/** Two colleagues can bring in the same file without knowing of each other. */
function isIn(threads: ReadonlyMap<string, CommentThread>, { file, part }: SaidBy): boolean {
  return [...threads.values()].some(({ saidBy }) => saidBy?.file === file && saidBy.part === part)
}
