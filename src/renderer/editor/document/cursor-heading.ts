import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type Doc, headingsOf } from '../../../shared/content/index.ts'

export interface CursorHeading {
  text: string
  /** Its address on the page as it is written now. */
  slugNow(): string | null
}

/** The heading that the cursor is in or under. */
export function useCursorHeading(editor: Editor): CursorHeading | null {
  const found = useEditorState({ editor, selector: ({ editor: { state } }) => headingAbove(state) })
  if (found === null) return null
  return { text: found.text, slugNow: () => headingsOf(editor.getJSON() as Doc)[found.index]?.slug ?? null }
}

/** Its words, and how many headings come before it. */
export function headingAbove(state: EditorState): { index: number; text: string } | null {
  let found: { index: number; text: string } | null = null
  let index = 0
  state.doc.descendants((node, pos) => {
    if (pos > state.selection.from) return false
    if (node.type.name === 'heading') {
      found = { index, text: node.textContent.trim() }
      index += 1
    }
    return !node.isTextblock
  })
  return found
}
