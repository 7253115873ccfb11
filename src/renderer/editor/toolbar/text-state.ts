import type { Editor } from '@tiptap/core'
import type { MarkType } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type { CalloutKind } from '../../../shared/content/index.ts'
import { calloutAt } from '../commands/callout.ts'
import { markedWordsAt } from '../commands/marked-words.ts'
import { type Headers, tableAt } from '../commands/table.ts'
import { type StyleHere, textStyleAt } from '../commands/text-style.ts'

/** What the toolbar shows of the words at the cursor. Compared by value: typing inside a paragraph draws nothing again. */
export interface TextState {
  style: StyleHere | null
  bold: boolean
  italic: boolean
  link: boolean
  language: boolean
  bulletList: boolean
  orderedList: boolean
  table: Headers | null
  callout: CalloutKind | null
}

export function useTextState(editor: Editor): TextState {
  return useEditorState({ editor, selector: ({ editor: { state } }) => textStateOf(state) })
}

export function textStateOf(state: EditorState): TextState {
  const { bold, italic } = state.schema.marks
  return {
    style: textStyleAt(state),
    bold: hasMark(state, bold),
    italic: hasMark(state, italic),
    link: markedWordsAt(state, 'link') !== null,
    language: markedWordsAt(state, 'lang') !== null,
    bulletList: innermostList(state) === 'bulletList',
    orderedList: innermostList(state) === 'orderedList',
    table: tableAt(state)?.headers ?? null,
    callout: calloutAt(state)?.kind ?? null,
  }
}

function hasMark(state: EditorState, type: MarkType | undefined): boolean {
  if (type === undefined) return false
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

function innermostList(state: EditorState): string | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type
    if (name === 'bulletList' || name === 'orderedList') return name
  }
  return null
}
