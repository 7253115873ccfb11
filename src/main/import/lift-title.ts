import { type Block, type Doc, type Heading, textOf } from '../../shared/content/index.ts'

/** The one top heading of a document from outside becomes its title, as everywhere in a workspace. */
export function liftTitle(doc: Doc): { title: string; doc: Doc } {
  const isTop = (block: Block): block is Heading => block.type === 'heading' && block.attrs.level === 1
  const [only, ...more] = doc.content.filter(isTop)
  if (!only || more.length > 0) return { title: '', doc }
  const rest = doc.content.filter(block => block !== only)
  return { title: textOf(only).trim(), doc: { ...doc, content: rest.length > 0 ? rest : [{ type: 'paragraph' }] } }
}
