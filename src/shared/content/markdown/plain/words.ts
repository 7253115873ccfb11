import type { PhrasingContent, Text } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { Position } from 'unist'
import { type Line, span } from './lines.ts'

/**
 * Words that say plainly what they are: text, `**bold**`, `*italic*`, `[links](page:…)` and `:span[words]{lang="…"}`, none
 * inside another. Whatever might be anything else to Markdown is no plain word, and null is answered.
 */
export function plainWords(line: Line, start: number, end: number): PhrasingContent[] | null {
  const words = line.text.slice(start, end)
  const place: Place = (from, to) => span(line, start + from, start + to)
  const nodes: PhrasingContent[] = []
  for (let at = 0; at < words.length; ) {
    const read =
      textAt(words, at, place) ?? markedAt(words, at, place) ?? linkAt(words, at, place) ?? spanAt(words, at, place)
    if (!read) return null
    nodes.push(read.node)
    at = read.end
  }
  return nodes
}

type Place = (from: number, to: number) => Position
interface ReadWords {
  node: PhrasingContent
  end: number
}

/**
 * What stands for itself wherever it stands: no sign that Markdown knows, no exclamation mark that makes a link a picture,
 * and no colon from which a `:span` could start.
 */
const letters = '(?:[^*_`<&\\\\\\[\\]{}|:!\\n]|:(?!s)|!(?!\\[))+'
const text = new RegExp(letters, 'y')

function textAt(words: string, at: number, place: Place): ReadWords | null {
  const value = matchAt(text, words, at)?.[0]
  if (value === undefined) return null
  const end = at + value.length
  return { node: { type: 'text', value, position: place(at, end) }, end }
}

const marked = new RegExp(`(\\*\\*?)(${letters})\\1`, 'y')

function markedAt(words: string, at: number, place: Place): ReadWords | null {
  const [whole = '', stars = '', value = ''] = matchAt(marked, words, at) ?? []
  const end = at + whole.length
  if (whole === '' || !canOpen(words[at - 1], value) || !canClose(value, words[end])) return null
  const children: Text[] = [{ type: 'text', value, position: place(at + stars.length, end - stars.length) }]
  return { node: { type: stars === '*' ? 'emphasis' : 'strong', children, position: place(at, end) }, end }
}

/**
 * With a letter or a digit on their inner side and a space or a bracket on the outer one, stars can only open; likewise
 * they can only close: CommonMark 0.31, 6.2, left- and right-flanking. So no other reading of them is possible.
 */
function canOpen(before: string | undefined, value: string): boolean {
  return (before === undefined || before === ' ' || before === '(') && /^[\p{L}\p{N}]/u.test(value)
}

function canClose(value: string, after: string | undefined): boolean {
  if (after === undefined || after === ' ') return /[\p{L}\p{N}.,;:!?]$/u.test(value)
  return /[.,;:!?)]/.test(after) && /[\p{L}\p{N}]$/u.test(value)
}

const link = new RegExp(`\\[((?! )${letters}(?<! ))\\]\\(([A-Za-z/#][\\w:/.#?=%@+,;~-]*)\\)`, 'y')

function linkAt(words: string, at: number, place: Place): ReadWords | null {
  const [source = '', value = '', url = ''] = matchAt(link, words, at) ?? []
  const end = at + source.length
  if (source === '') return null
  const children: Text[] = [{ type: 'text', value, position: place(at + 1, at + 1 + value.length) }]
  return { node: { type: 'link', title: null, url, children, position: place(at, end), data: { source } }, end }
}

const marker = new RegExp(`:span\\[((?! )${letters}(?<! ))\\]\\{lang="([A-Za-z-]+)"\\}`, 'y')

/** A second colon before it would make it the start of no span. */
function spanAt(words: string, at: number, place: Place): ReadWords | null {
  const [source = '', value = '', lang = ''] = matchAt(marker, words, at) ?? []
  const end = at + source.length
  if (source === '' || words[at - 1] === ':') return null
  const start = at + ':span['.length
  const children: Text[] = [{ type: 'text', value, position: place(start, start + value.length) }]
  const node: TextDirective = { type: 'textDirective', name: 'span', attributes: { lang }, children }
  return { node: { ...node, position: place(at, end), data: { source } }, end }
}

function matchAt(pattern: RegExp, words: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(words)
}
