import type { Block } from '../model.ts'
import { looksTooDeep } from './depth.ts'

/**
 * A body cut at blank lines into parts that each say the same alone as in the whole; null for a text in which one part may
 * reach into another: an open fence, HTML, a definition, an item that goes on after a blank line. Two lists beside each
 * other are one to Markdown, though each part is one alone (see `wouldJoin`).
 */
export function bodyParts(markdown: string): string[] | null {
  if (reaching.test(markdown)) return null
  const lines = markdown.split('\n')
  const parts: string[] = []
  for (let at = 0; at < lines.length; ) {
    const first = lines[at] ?? ''
    if (first === '') {
      at += 1
      continue
    }
    const isContainer = first.startsWith(':::')
    let end = at + 1
    while (end < lines.length && lines[end] !== (isContainer ? ':::' : '')) end += 1
    if (isContainer) end += 1
    const part = lines.slice(at, end)
    if (end > lines.length || (lines[end] ?? '') !== '' || !standsAlone(part, isContainer)) return null
    parts.push(part.join('\n'))
    at = end
  }
  return parts
}

/** Two lists of one kind with nothing but a blank line between them are one list to Markdown. */
export function wouldJoin(one: Block | undefined, other: Block | undefined): boolean {
  return one?.type === other?.type && (one?.type === 'bulletList' || one?.type === 'orderedList')
}

/** Definitions, which are for the whole text, and signs that change what a line or a blank line is. */
const reaching = /\]:|[\0\t\r\ufeff]/

/** A number is a word unless it counts an item: `4.50` does not. */
const words = String.raw`\*{0,2}\p{L}|[“‘"'(£!#|[]|\d+(?!\d|[.)](?:\s|$))`
/** Whatever such a line starts or goes on with, a blank line or the end of its container ends it, unless it is a list. */
const ends = new RegExp(String.raw`^(?:${words}|(?:-|\d{1,9}\.) (?:${words})|::[A-Za-z])`, 'u')

function standsAlone(lines: readonly string[], isContainer: boolean): boolean {
  const inner = isContainer ? lines.slice(1, -1).filter(line => line !== '') : lines
  if (isContainer && !/^:::[A-Za-z]/.test(lines[0] ?? '')) return false
  if (!inner.every(line => ends.test(line) && !(isContainer && line.startsWith(':')))) return false
  const part = lines.join('\n')
  return (part.match(/[*_[]/g)?.length ?? 0) <= mostSigns && !looksTooDeep(part)
}

/** Fewer than any nesting that is too deep for the whole text. */
const mostSigns = 60
