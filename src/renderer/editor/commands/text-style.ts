import { setBlockType } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { Heading } from '../../../shared/content/index.ts'
import { nodeType } from './node-type.ts'

export type TextStyle = 'paragraph' | 'heading-2' | 'heading-3' | 'heading-4'

export const textStyles: Readonly<Record<TextStyle, string>> = {
  paragraph: 'Paragraph',
  'heading-2': 'Heading 2',
  'heading-3': 'Heading 3',
  'heading-4': 'Heading 4',
}

/** Levels that are not offered, and come along with older pages. */
export type StyleHere = TextStyle | 'heading-1' | 'heading-5' | 'heading-6'

/** A style as it is called, whether it is offered or not. */
export function styleName(style: StyleHere): string {
  return style === 'paragraph' ? textStyles.paragraph : `Heading ${style.slice('heading-'.length)}`
}

/** The style of the words at the cursor; null where there is none to choose, such as in a table or in code. */
export function textStyleAt(state: EditorState): StyleHere | null {
  const { parent } = state.selection.$from
  if (parent.type.name === 'paragraph') return 'paragraph'
  if (parent.type.name !== 'heading') return null
  return `heading-${parent.attrs.level as Heading['attrs']['level']}`
}

export function setTextStyle(style: TextStyle): Command {
  return (state, dispatch) => {
    if (style === 'paragraph') return setBlockType(nodeType(state.schema, 'paragraph'))(state, dispatch)
    const level = Number(style.slice('heading-'.length))
    return setBlockType(nodeType(state.schema, 'heading'), { level })(state, dispatch)
  }
}
