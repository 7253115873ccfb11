import { sameMark } from './marks/index.ts'
import type { Doc, Inline, Link, Node } from './model.ts'
import { childrenOf, textOf, walk } from './text.ts'

export interface LinkReference {
  href: string
  /** The words that lead there. */
  text: string
  /** The node that holds the link: the first of its texts, or the block. */
  path: number[]
}

/** Everything in a document that leads somewhere, in reading order; one link over several marked texts is one. */
export function linksOf(doc: Doc): LinkReference[] {
  const found: LinkReference[] = []
  walk(doc, (node, path) => {
    found.push(...blockLinks(node).map(link => ({ ...link, path: [...path] })))
    found.push(...markLinks(childrenOf(node), path))
  })
  return found
}

function blockLinks(node: Node): Omit<LinkReference, 'path'>[] {
  if (node.type === 'service') return [{ href: `service:${node.attrs.id}`, text: 'Service card' }]
  if (node.type === 'document') return [{ href: node.attrs.src, text: node.attrs.title }]
  if (node.type === 'video') {
    const { href, title, transcript } = node.attrs
    return [{ href, text: title }, ...(transcript ? [{ href: transcript, text: title }] : [])]
  }
  if (node.type !== 'contact') return []
  const { website, email } = node.attrs
  return [
    ...(email ? [{ href: `mailto:${email}`, text: email }] : []),
    ...(website ? [{ href: website, text: website }] : []),
  ]
}

function markLinks(children: readonly Node[], path: readonly number[]): LinkReference[] {
  const found: LinkReference[] = []
  let open: Link | undefined
  children.forEach((child, at) => {
    const link = linkOn(child)
    const last = found.at(-1)
    if (link && open && last && sameMark(link, open)) last.text += wordsOf(child)
    else if (link) found.push({ href: link.attrs.href, text: wordsOf(child), path: [...path, at] })
    open = link
  })
  return found
}

function linkOn(node: Node): Link | undefined {
  const marks = node.type === 'text' || node.type === 'image' ? node.marks : undefined
  return marks?.find(mark => mark.type === 'link')
}

function wordsOf(node: Node): string {
  return node.type === 'image' ? (node as Inline & { type: 'image' }).attrs.alt : textOf(node)
}

/** The media that a document shows or offers, once each, as they are written: `media/hall.jpg`. */
export function mediaOf(doc: Doc): string[] {
  const found: string[] = []
  walk(doc, node => {
    if (node.type === 'figure' || node.type === 'image' || node.type === 'document') found.push(node.attrs.src)
    if (node.type === 'video') found.push(node.attrs.poster)
  })
  found.push(...linksOf(doc).map(link => link.href))
  return [...new Set(found.filter(reference => reference.startsWith('media/')))]
}
