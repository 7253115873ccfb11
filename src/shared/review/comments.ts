import type { Instant } from '../content/ids.ts'
import { inForce } from './in-force.ts'
import type { Person, Quote, ReviewRecord } from './records.ts'

export interface CommentThread {
  id: string
  by: Person
  at: Instant
  quote: Quote | null
  text: string
  settled: boolean
  answers: { by: Person; at: Instant; text: string }[]
}

/** The comments on a page, oldest first, each with its answers. */
export function commentThreads(records: readonly ReviewRecord[]): CommentThread[] {
  const threads = new Map<string, CommentThread>()
  for (const record of inForce(records)) {
    if (record.kind === 'comment') {
      const { id, by, at, quote, text } = record
      threads.set(id, { id, by, at, quote, text, settled: false, answers: [] })
    } else if (record.kind === 'answer') {
      threads.get(record.to)?.answers.push({ by: record.by, at: record.at, text: record.text })
    } else if (record.kind === 'settle') {
      const thread = threads.get(record.to)
      if (thread) thread.settled = true
    }
  }
  return [...threads.values()]
}

/**
 * Where quoted words stand in a text now: UTF-16 offsets, or null when they are gone. Where they stand more than once,
 * the place whose surroundings agree best with those of the quote.
 */
export function findQuote(text: string, quote: Quote): { start: number; end: number } | null {
  if (quote.exact === '') return null
  let best: { start: number; score: number } | null = null
  for (let start = text.indexOf(quote.exact); start !== -1; start = text.indexOf(quote.exact, start + 1)) {
    const before = text.slice(Math.max(0, start - quote.prefix.length), start)
    const after = text.slice(start + quote.exact.length, start + quote.exact.length + quote.suffix.length)
    const score = sameEnd(before, quote.prefix) + sameStart(after, quote.suffix)
    if (!best || score > best.score) best = { start, score }
  }
  return best && { start: best.start, end: best.start + quote.exact.length }
}

function sameStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function sameEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}
