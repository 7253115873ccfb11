import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Doc, docToHtml, type HtmlContext } from '../content/index.ts'
import { anySign, compareDocs, signs } from './compare.ts'

/** What is said before and after words that were added or removed, to whoever does not see their marks. */
export type Spoken = Readonly<Record<'added' | 'removed', readonly [before: string, after: string]>>

/**
 * A page as families will read it, with what changed since another version marked by `ins` and `del` (which screen
 * readers can announce, and which never rest on colour alone). Safe HTML: the words pass the content folder's renderer.
 */
export function compareToHtml(before: Doc | null, after: Doc, context: HtmlContext, spoken?: Spoken): string {
  const root = docToHtml(compareDocs(before, after), context)
  return toHtml({ ...root, children: root.children.flatMap(node => markChanges(node, spoken)) } as Root)
}

function markChanges<T extends RootContent | ElementContent>(
  node: T,
  spoken: Spoken | undefined,
): (T | Element | Text)[] {
  if (node.type === 'element')
    return [{ ...node, children: node.children.flatMap(child => markChanges(child, spoken)) } as T & Element]
  if (node.type !== 'text') return [node]
  return splitAtSigns(node.value, spoken)
}

const signedRun = /\uE000([^\uE000-\uE003]*)\uE001|\uE002([^\uE000-\uE003]*)\uE003/g

function splitAtSigns(value: string, spoken: Spoken | undefined): (Element | Text)[] {
  const parts: (Element | Text)[] = []
  const say = (text: string) => {
    const clean = text.replace(anySign, '')
    if (clean !== '') parts.push({ type: 'text', value: clean })
  }
  let end = 0
  for (const match of value.matchAll(signedRun)) {
    say(value.slice(end, match.index))
    const change = match[0].startsWith(signs.added.start) ? 'added' : 'removed'
    const text = match[1] ?? match[2] ?? ''
    if (text !== '') parts.push(changedWords(text, change, spoken?.[change]))
    end = match.index + match[0].length
  }
  say(value.slice(end))
  return parts
}

function changedWords(text: string, change: keyof Spoken, said: Spoken['added'] | undefined): Element {
  const words: Text = { type: 'text', value: text }
  return {
    type: 'element',
    tagName: change === 'added' ? 'ins' : 'del',
    properties: {},
    children: said === undefined ? [words] : [unseen(said[0]), words, unseen(said[1])],
  }
}

function unseen(value: string): Element {
  const properties = { className: ['unseen'] }
  return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] }
}
