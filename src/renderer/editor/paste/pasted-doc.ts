import { type Node as EditorNode, Fragment, type Schema } from '@tiptap/pm/model'
import { typedListsIn } from '../../../shared/checks/typed-lists.ts'
import { htmlToDoc } from '../../../shared/content/index.ts'

/**
 * What was pasted, as it belongs into a page: beneath its title, which is its only top heading (WCAG 2.2 SC 1.3.1). With
 * a sentence for each thing that is another now than it was seen elsewhere.
 */
export function pastedDoc(html: string, schema: Schema): { doc: EditorNode; said: string[] } {
  const { doc, repaired } = htmlToDoc(html)
  const read = schema.nodeFromJSON(doc)
  const said = [...repaired]
  if (hasStruckWords(html)) said.push('Words that were struck out are plain words now.')
  if (typedListsIn(doc.content, []).length > 0) {
    said.push('Lines that begin with a typed dot, dash or number are no list yet: Problems offers to make one of them.')
  }
  if (!hasTopHeading(read)) return { doc: read, said }
  said.push('The headings are one level lower now, because the title is the page’s only top heading.')
  return { doc: lowered(read), said }
}

/** As Word, Google Docs and web pages say it; a sheet of styles says it of words that are not there. */
function hasStruckWords(html: string): boolean {
  const body = html.replace(/<style\b[\s\S]*?<\/style>/gi, '')
  return /<(?:s|strike|del)(?:\s[^>]*)?>\s*[^\s<]/i.test(body) || /text-decoration[^;"'>]*line-through/i.test(body)
}

function hasTopHeading(doc: EditorNode): boolean {
  let found = false
  doc.descendants(node => {
    found ||= node.type.name === 'heading' && node.attrs.level === 1
    return !node.inlineContent
  })
  return found
}

/** All headings one level lower, so that what stood under another still does. */
function lowered(node: EditorNode): EditorNode {
  if (node.type.name === 'heading') {
    return node.type.create({ ...node.attrs, level: Math.min(6, node.attrs.level + 1) }, node.content, node.marks)
  }
  return node.inlineContent || node.isLeaf ? node : node.copy(Fragment.fromArray(node.children.map(lowered)))
}
