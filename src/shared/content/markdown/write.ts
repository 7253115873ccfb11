import type { PhrasingContent, RootContent } from 'mdast'
import { blockNamed } from '../blocks/index.ts'
import type { InlineContext, ToMarkdown } from '../definition.ts'
import { inlineNamed } from '../inlines/index.ts'
import { hasMark, markNamed } from '../marks/index.ts'
import type { Block, Inline, Mark } from '../model.ts'
import { writeMarkdown } from './syntax.ts'
import { canCarry } from './words.ts'

/** Blocks in normal form as Markdown: one blank line between, one line break at the end. */
export function writeBlocks(blocks: readonly Block[]): string {
  return writeMarkdown({ type: 'root', children: ctx.blocks(blocks) })
}

const ctx: ToMarkdown = {
  blocks: blocks => blocks.filter(block => !isEmpty(block)).flatMap(blockToMarkdown),
  words: (words, context) => nest(withCarried(words ?? []), context),
}

function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && !block.content?.length
}

function blockToMarkdown(block: Block): RootContent[] {
  const definition = blockNamed(block.type)
  return definition ? [definition.toMarkdown(block, ctx)] : []
}

interface Piece {
  inline: Inline
  marks: readonly Mark[]
}

/** Line breaks and kept source carry no marks; between two words that share one, they are written inside it. */
function withCarried(words: readonly Inline[]): Piece[] {
  const own = words.map(inline => ({ inline, marks: marksOf(inline) }))
  let before: readonly Mark[] = []
  return own.map((piece, at) => {
    if (piece.marks !== null) {
      before = piece.marks
      return { inline: piece.inline, marks: piece.marks }
    }
    const after = own.slice(at).find(other => other.marks !== null)?.marks ?? []
    return { inline: piece.inline, marks: before.filter(mark => hasMark(after, mark) && canCarry(piece.inline, mark)) }
  })
}

function marksOf(inline: Inline): readonly Mark[] | null {
  return inline.type === 'text' || inline.type === 'image' ? (inline.marks ?? []) : null
}

/** Marks overlap in the model and nest in Markdown: the one that reaches furthest is outermost. */
function nest(pieces: readonly Piece[], context: InlineContext): PhrasingContent[] {
  const written: PhrasingContent[] = []
  for (let at = 0; at < pieces.length; ) {
    const [mark, end] = outermost(pieces, at)
    const piece = pieces[at]
    if (mark) {
      const inside = pieces.slice(at, end).map(({ inline, marks }) => ({ inline, marks: without(marks, mark) }))
      const inner = mark.type === 'lang' && context === 'paragraph' ? 'paragraph' : context
      const node = markNamed(mark.type)?.toMarkdown(mark, nest(inside, inner))
      if (node) written.push(node)
    } else if (piece) {
      const node = inlineNamed(piece.inline.type)?.toMarkdown(piece.inline, context)
      if (node) written.push(node)
    }
    at = Math.max(end, at + 1)
  }
  return written
}

function outermost(pieces: readonly Piece[], at: number): [Mark | null, number] {
  let best: Mark | null = null
  let end = at
  for (const mark of pieces[at]?.marks ?? []) {
    let reach = at
    while (reach < pieces.length && hasMark(pieces[reach]?.marks ?? [], mark)) reach += 1
    const isCode = mark.type === 'code'
    if (isCode ? best === null : reach > end) {
      best = mark
      end = isCode ? at + 1 : reach
    }
  }
  return [best, end]
}

function without(marks: readonly Mark[], mark: Mark): Mark[] {
  return marks.filter(other => other.type !== mark.type)
}
