import { type Inline, type Link, type Mark, type Node, type Text, textOf } from '../content/index.ts'
import type { Fix, TextBlock } from './rule.ts'

/** Fixes inside one block of words: `start` and `end` are offsets into its text. Every other word stays as it is. */

type Block = Pick<TextBlock, 'node' | 'path'>

/**
 * Puts other words in place of some. They take the marks of the first word that they replace. Words that are an attribute
 * (a caption) are changed there.
 */
export function rewording(
  label: string,
  block: Block & Pick<TextBlock, 'elsewhere' | 'text'>,
  start: number,
  end: number,
  words: string,
): Fix {
  const { node, path, elsewhere, text } = block
  if (elsewhere !== undefined) {
    const attrs = {
      ...('attrs' in node ? node.attrs : {}),
      [elsewhere]: text.slice(0, start) + words + text.slice(end),
    }
    return { label, edits: [{ path, nodes: [{ ...node, attrs } as Node] }] }
  }
  let put = false
  return changing(label, block, start, end, piece => {
    const text = put ? '' : words
    put = true
    return { ...piece, text }
  })
}

/** Makes some words a link, beside the marks that they have. */
export function linking(label: string, block: Block, start: number, end: number, href: string): Fix {
  return changing(label, block, start, end, piece => withLink(piece, href))
}

/** Leaves the words, and takes away where they lead. */
export function unlinking(label: string, block: Block, start: number, end: number): Fix {
  return { ...unmarking(label, block, start, end, 'link'), alone: true }
}

/** Leaves the words, and takes one kind of mark off them. */
export function unmarking(label: string, block: Block, start: number, end: number, type: Mark['type']): Fix {
  return changing(label, block, start, end, ({ marks = [], ...piece }) => {
    const others = marks.filter(mark => mark.type !== type)
    return others.length > 0 ? { ...piece, marks: others } : piece
  })
}

/** Says which language some words are in; what was said of them before does not count any more. */
export function marking(label: string, block: Block, start: number, end: number, lang: string): Fix {
  return changing(label, block, start, end, piece => {
    const mark: Mark = { type: 'lang', attrs: { lang } }
    const others = (piece.marks ?? []).filter(({ type }) => type !== 'lang')
    const at = others[0]?.type === 'link' ? 1 : 0
    return { ...piece, marks: others.toSpliced(at, 0, mark) }
  })
}

function withLink(piece: Text, href: string): Text {
  const link: Link = { type: 'link', attrs: { href, title: null } }
  const marks: Mark[] = [link, ...(piece.marks ?? []).filter(mark => mark.type !== 'link')]
  return { ...piece, marks }
}

function changing(
  label: string,
  { node, path }: Block,
  start: number,
  end: number,
  change: (piece: Text) => Text,
): Fix {
  return { label, edits: [{ path, nodes: [{ ...node, content: changed(node, start, end, change) } as Node] }] }
}

function changed(node: Node, start: number, end: number, change: (piece: Text) => Text): Inline[] {
  let offset = 0
  return inlinesOf(node).flatMap((inline): Inline[] => {
    const length = textOf(inline).length
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, length)
    offset += length
    if (inline.type !== 'text' || from >= to) return [inline]
    const parts: Text[] = [
      { ...inline, text: inline.text.slice(0, from) },
      change({ ...inline, text: inline.text.slice(from, to) }),
      { ...inline, text: inline.text.slice(to) },
    ]
    return joined(parts.filter(part => part.text !== ''))
  })
}

/** Neighbours with the same marks are one text, as everywhere in a document. */
function joined(parts: readonly Text[]): Text[] {
  return parts.reduce<Text[]>((whole, part) => {
    const last = whole.at(-1)
    if (last && last.marks === part.marks) whole[whole.length - 1] = { ...last, text: last.text + part.text }
    else whole.push(part)
    return whole
  }, [])
}

export function inlinesOf(node: Node): Inline[] {
  return 'content' in node ? ((node.content ?? []) as Inline[]) : []
}

/** A block's text with spaces, as many, where its links and its code stand: what is left is plain prose. */
export function proseOf({ node, text, elsewhere }: Pick<TextBlock, 'node' | 'text' | 'elsewhere'>): string {
  if (elsewhere !== undefined) return text
  return inlinesOf(node)
    .map(inline => {
      const words = textOf(inline)
      const marks = inline.type === 'text' ? (inline.marks ?? []) : []
      return marks.some(({ type }) => type === 'link' || type === 'code') ? ' '.repeat(words.length) : words
    })
    .join('')
}

/**
 * Leaves out some words at the beginning or the end of a block, with the space beside them. Null in the middle of a
 * sentence, where they may stand between two things.
 */
export function takingOut(
  label: string,
  block: Parameters<typeof rewording>[1],
  start: number,
  end: number,
): Fix | null {
  const [before, after] = [block.text.slice(0, start), block.text.slice(end)]
  if (before.trim() !== '' && after.trim() !== '') return null
  const from = before.trim() === '' ? start : before.trimEnd().length
  const to = after.trim() === '' ? end : block.text.length - after.trimStart().length
  return rewording(label, block, from, to, '')
}
