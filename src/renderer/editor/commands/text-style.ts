import { setBlockType } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'

export type TextStyle = 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4'

export const textStyles: Readonly<Record<TextStyle, string>> = {
  paragraph: 'Paragraph',
  'heading-2': 'Heading 2',
  'heading-3': 'Heading 3',
  'heading-4': 'Heading 4',
}

/** The style of the words at the cursor; null where there is none to choose, such as in a table or in code. */
export function textStyleAt(state: EditorState): TextStyle | null {
  const { parent } = state.selection.$from
  if (parent.type.name === 'paragraph') return 'paragraph'
  if (parent.type.name !== 'heading') return null
  return parent.attrs.level === 3 ? 'heading-3' : parent.attrs.level >= 4 ? 'heading-4' : 'heading-2'
}

export function setTextStyle(style: TextStyle): Command {
  return (state, dispatch) => {
    if (style === 'paragraph') return setBlockType(nodeType(state.schema, 'paragraph'))(state, dispatch)
    const level = Number(style.slice('heading-'.length))
    return setBlockType(nodeType(state.schema, 'heading'), { level })(state, dispatch)
  }
}
