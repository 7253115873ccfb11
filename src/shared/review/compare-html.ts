import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Doc, docToHtml, type HtmlContext } from '../content/index.ts'
import { anySign, compareDocs, signs } from './compare.ts'

/**
 * A page as families will read it, with what changed since another version marked by `ins` and `del` (which screen
 * readers can announce, and which never rest on colour alone). Safe HTML: the words pass the content folder's renderer.
 */
export function compareToHtml(before: Doc | null, after: Doc, context: HtmlContext): string {
  const root = docToHtml(compareDocs(before, after), context)
  return toHtml({ ...root, children: root.children.flatMap(markChanges) } as Root)
}

function markChanges<T extends RootContent | ElementContent>(node: T): (T | Element | Text)[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap(markChanges) } as T & Element]
  if (node.type !== 'text') return [node]
  return splitAtSigns(node.value)
}

const signedRun = /\uE000([^\uE000-\uE003]*)\uE001|\uE002([^\uE000-\uE003]*)\uE003/g

function splitAtSigns(value: string): (Element | Text)[] {
  const parts: (Element | Text)[] = []
  const say = (text: string) => {
    const clean = text.replace(anySign, '')
    if (clean !== '') parts.push({ type: 'text', value: clean })
  }
  let end = 0
  for (const match of value.matchAll(signedRun)) {
    say(value.slice(end, match.index))
    const tagName = match[0].startsWith(signs.added.start) ? 'ins' : 'del'
    const text = match[1] ?? match[2] ?? ''
    if (text !== '') parts.push({ type: 'element', tagName, properties: {}, children: [{ type: 'text', value: text }] })
    end = match.index + match[0].length
  }
  say(value.slice(end))
  return parts
}
