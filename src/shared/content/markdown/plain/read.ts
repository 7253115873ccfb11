import type { Root, RootContent } from 'mdast'
import { plainBlock, wouldJoin } from './blocks.ts'
import { plainContainer, plainLeaf } from './directives.ts'
import { type Line, linesOf, spanOf } from './lines.ts'

/**
 * The Markdown that nearly every page is made of, read many times faster than by the library: blocks of one well-known
 * shape each, between blank lines. It answers exactly what the library does (`tests/content/plain.test.ts`), or null for a
 * text in which anything at all might be something else.
 */
export function readPlain(text: string): Root | null {
  if (special.test(text)) return null
  const lines = linesOf(text)
  const [first, last] = [lines[0], lines.at(-1)]
  const children = blocksIn(text, lines)
  if (!first || !last || !children) return null
  return { type: 'root', children, position: spanOf(first, last) }
}

/** What Markdown may take for something wherever it stands: escapes, references, code, HTML, tabs, other line ends. */
const special = /[\0\t\r\ufeff\\&`<]/

function blocksIn(text: string, lines: readonly Line[]): RootContent[] | null {
  const blocks: RootContent[] = []
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.text === '') {
      at += 1
      continue
    }
    const end = endOfBlock(lines, at)
    const block = end === null ? null : blockOf(text, lines.slice(at, end))
    if (end === null || !block || wouldJoin(blocks.at(-1), block)) return null
    blocks.push(block)
    at = end
  }
  return blocks
}

/** The number of the line after a block: a blank one, or that after the colons that close a container. */
function endOfBlock(lines: readonly Line[], at: number): number | null {
  const isContainer = lines[at]?.text.startsWith(':::') === true
  let end = at + 1
  while (end < lines.length && lines[end]?.text !== (isContainer ? ':::' : '')) end += 1
  if (!isContainer) return end
  return end === lines.length || (lines[end + 1]?.text ?? '') !== '' ? null : end + 1
}

function blockOf(text: string, lines: readonly Line[]): RootContent | null {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  if (!first.text.startsWith('::')) return plainBlock(lines)
  if (!first.text.startsWith(':::')) return lines.length === 1 ? plainLeaf(first) : null
  const inside = lines.slice(1, -1)
  const children = inside.some(line => line.text.startsWith('::')) ? null : blocksIn(text, inside)
  const source = text.slice(first.offset, last.offset + last.text.length)
  return children && plainContainer(source, first, last, children)
}
