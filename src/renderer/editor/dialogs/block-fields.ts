import type { Editor } from '@tiptap/core'
import { addBlock, changeBlock } from '../commands/add-block.ts'
import { runCommand } from '../run-command.ts'

/** The attributes that the block at a position has now, or none for a new one. */
export function attributesAt(editor: Editor, at: number | null): Record<string, unknown> {
  return at === null ? {} : (editor.state.doc.nodeAt(at)?.attrs ?? {})
}

/** One of the attributes as text; empty where there is none. */
export function textOf(attrs: Record<string, unknown>, name: string): string {
  const value = attrs[name]
  return typeof value === 'string' ? value : ''
}

/** Puts a new block in, or changes the one that was opened. */
export function keepBlock(editor: Editor, at: number | null, name: string, attrs: Record<string, unknown>): void {
  runCommand(editor, at === null ? addBlock(name, attrs) : changeBlock(at, name, attrs))
}

/** Which block of the page it is, in words that hold when the page is opened again: “contact 2”; “contact new” for one to come. */
export function blockNamed(editor: Pick<Editor, 'state'>, at: number | null, kind: string): string {
  if (at === null) return `${kind} new`
  const type = editor.state.doc.nodeAt(at)?.type
  let before = 0
  editor.state.doc.nodesBetween(0, at, (node, pos) => {
    if (pos < at && node.type === type) before += 1
    return pos < at
  })
  return `${kind} ${before + 1}`
}
