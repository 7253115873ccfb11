import { type Node as EditorNode, Fragment, type Schema, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { writeBeneath } from '../commands/write-beneath.ts'

/** This editor's own clipboard: it carries its blocks whole, and needs no cleaning (blocks/drawn-as.ts). */
export function isOwnClipboard(html: string): boolean {
  return html.includes('data-pm-slice=') && html.includes('data-signpost=')
}

/** A clipboard that shows a picture and says nothing: the picture's file is what was meant. */
export function hasWords(html: string): boolean {
  return /[^\s]/.test(
    html.replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, '').replace(/<!--[\s\S]*?-->|<[^>]*>|&nbsp;/g, ''),
  )
}

/** An address alone, such as a browser's bar gives. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/\S+|mailto:\S+@\S+)$/.test(text.trim())
}

/** Cleaned words, ready to go in where the cursor is: paragraphs at the ends join what stands there. */
export function sliceOf({ content }: EditorNode): Slice {
  const open = (node: EditorNode | null) => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(content, open(content.firstChild), open(content.lastChild))
}

/** Puts pasted words in. Where only one run of words can stand (a cell, words to press), they become one. */
export function pasteSlice(state: EditorState, slice: Slice): Transaction {
  const beneath = writeBeneath(state)
  if (beneath !== null) return beneath.replaceSelection(slice).scrollIntoView()
  const { $from, $to } = state.selection
  const oneRun = $from.parent.inlineContent && $from.parent.type.name !== 'paragraph' && $from.sameParent($to)
  const several = slice.content.childCount > 1 || (slice.openStart === 0 && slice.content.childCount > 0)
  if (oneRun && several && ($from.parent.type.spec.isolating || $from.parent.type.name === 'summary')) {
    return state.tr.replaceSelection(new Slice(inOneRun(slice.content, state.schema), 0, 0)).scrollIntoView()
  }
  return state.tr.replaceSelection(slice).scrollIntoView()
}

/** All words of some blocks in one line after another. */
export function inOneRun(content: Fragment, schema: Schema): Fragment {
  const runs: EditorNode[][] = []
  content.descendants(node => {
    if (!node.inlineContent) return true
    if (node.childCount > 0) runs.push([...node.children])
    return false
  })
  const lineBreak = schema.nodes.hardBreak
  return Fragment.fromArray(
    runs.flatMap((run, index) => (index > 0 && lineBreak !== undefined ? [lineBreak.create(), ...run] : run)),
  )
}
