import { childrenOf, type Entry, type Node, nodeAt, textOf } from '../content/index.ts'
import { matchesIn } from './matches.ts'
import type { Problem } from './rule.ts'
import { sentencesOf } from './sentences.ts'

/**
 * The words that a problem is about, wherever they stand: a decision about them holds when their block moves and when
 * other words change, and holds no more when they do. No offset is part of it.
 */
export interface About {
  /** As in a problem: `body`, or the field of the page. */
  field: string
  /** The words in question, as a person reads them. */
  words: string
  /** What has to stay the same with them: their sentence and its links, the whole block, or the value of the field. */
  within: string
}

export function aboutOf({ place, field, message }: Problem, entry: Entry): About {
  const node = nodeAt(entry.doc, place.path)
  if (field !== 'body' || node === null || place.path.length === 0) {
    const value = (entry.fields as Record<string, unknown>)[field] ?? ''
    const within = typeof value === 'string' ? value : settled(value)
    const { start, end } = place
    return { field, words: start === undefined ? quotedIn(message) : within.slice(start, end), within }
  }
  if (place.within !== undefined && (node.type === 'kept' || node.type === 'keptInline')) {
    return { field, words: quotedIn(message), within: node.attrs.source.slice(place.within.start, place.within.end) }
  }
  if (place.start === undefined) return { field, words: quotedIn(message), within: settled(node) }
  const text = textOf(node)
  const [start, end] = [place.start, place.end ?? text.length]
  return { field, words: text.slice(start, end), within: sentenceAround(node, text, start, end) }
}

/** Of two problems of one kind in one block, what the sentences name tells which is which, whatever else they say. */
export function quotedIn(message: string): string {
  return matchesIn(message, /“([^”]*)”/g)
    .map(([, words]) => words ?? '')
    .join(' … ')
}

/** The sentence that holds the words (all of them, where there are several), and where its links lead. */
function sentenceAround(node: Node, text: string, start: number, end: number): string {
  const holding = sentencesOf(text).filter(each => each.start < Math.max(end, start + 1) && each.end > start)
  const from = Math.min(start, ...holding.map(each => each.start))
  const to = Math.max(end, ...holding.map(each => each.end))
  const leadsTo = linksIn(node, 0, { start, end }).map(href => ` → ${href}`)
  return text.slice(from, to) + [...new Set(leadsTo)].join('')
}

function linksIn(node: Node, at: number, range: { start: number; end: number }): string[] {
  if (node.type === 'text') {
    const isInside = at < range.end && at + node.text.length > range.start
    return isInside ? (node.marks ?? []).flatMap(mark => (mark.type === 'link' ? [mark.attrs.href] : [])) : []
  }
  let offset = at
  return childrenOf(node).flatMap(child => {
    const found = linksIn(child, offset, range)
    offset += textOf(child).length
    return found
  })
}

/** A value as text that does not depend on the order of its keys, nor on who leaves out what is empty. */
function settled(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
    const kept = Object.entries(each).filter(([, one]) => one !== null && one !== undefined && one !== '')
    return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
