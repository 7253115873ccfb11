import type { Paragraph, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type Line, span, spanOf } from './lines.ts'
import { plainWords } from './words.ts'

const opening = /^:::([a-z]+)(?:\[([^[\]]+)\])?(?:\{([^{}]*)\})?$/
const leaf = /^::([a-z]+)(?:\{([^{}]*)\})?$/
const attribute = / ?([a-z][A-Za-z]*)="([^"&]*)"/y

/** `::name{key="value"}`, without a label. */
export function plainLeaf(line: Line): LeafDirective | null {
  const found = leaf.exec(line.text)
  const attributes = attributesOf(found?.[2] ?? '')
  if (!found || !attributes) return null
  const data = { source: line.text }
  return { type: 'leafDirective', name: found[1] ?? '', attributes, children: [], position: spanOf(line, line), data }
}

/** `:::name[label]{key="value"}`, what is in it, and the line that closes it. */
export function plainContainer(
  source: string,
  first: Line,
  last: Line,
  children: readonly RootContent[],
): ContainerDirective | null {
  const [whole, name = '', label, written = ''] = opening.exec(first.text) ?? []
  const attributes = attributesOf(written)
  const head = label === undefined ? [] : labelOf(first, `:::${name}[`.length, label)
  if (whole === undefined || !attributes || !head) return null
  return {
    type: 'containerDirective',
    name,
    attributes,
    children: [...head, ...children] as ContainerDirective['children'],
    position: spanOf(first, last),
    data: { source },
  }
}

function labelOf(line: Line, at: number, label: string): Paragraph[] | null {
  const end = at + label.length
  const children = label === label.trim() ? plainWords(line, at, end) : null
  // With its brackets, as the library has it.
  const position = span(line, at - 1, end + 1)
  return children && [{ type: 'paragraph', data: { directiveLabel: true }, children, position }]
}

/** Null where one stands twice, or where they are written in any other way. */
function attributesOf(text: string): Record<string, string> | null {
  const found: Record<string, string> = {}
  for (let at = 0; at < text.length; ) {
    attribute.lastIndex = at
    const [whole, name, value] = attribute.exec(text) ?? []
    if (whole === undefined || name === undefined || value === undefined || name in found) return null
    // Classes are put together with those that stand elsewhere.
    if (name === 'class') return null
    found[name] = value
    at += whole.length
  }
  return found
}
