import type { Editor } from '@tiptap/react'
import { Bold, Image, Italic, Link, List, ListOrdered } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { shortcutOf } from '../../commands/index.ts'
import { type StyleHere, setTextStyle, styleName, type TextStyle, textStyles } from '../commands/text-style.ts'
import { useEditorTools } from '../editor-tools.ts'
import { backToText, runCommand } from '../run-command.ts'
import { AddMenu } from './add-menu.tsx'
import { CalloutTool } from './callout-tool.tsx'
import { TableTool } from './table-tool.tsx'
import { useTextState } from './text-state.ts'
import { ToolButton } from './tool-button.tsx'
import { ToolMenu } from './tool-menu.tsx'

/** Alt+F10 goes here from the text, Escape back. */
export const textToolbarClass = 'text-toolbar'

const styleKeys: Readonly<Record<TextStyle, string>> = {
  paragraph: 'Mod+Alt+0',
  'heading-2': 'Mod+Alt+2',
  'heading-3': 'Mod+Alt+3',
  'heading-4': 'Mod+Alt+4',
}

export function TextToolbar({ editor }: { editor: Editor }) {
  const { open } = useEditorTools()
  const now = useTextState(editor)
  const toolbar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = toolbar.current
    const back = (event: KeyboardEvent) => {
      if (event.key === 'Escape') editor.commands.focus()
    }
    element?.addEventListener('keydown', back, true)
    return () => element?.removeEventListener('keydown', back, true)
  }, [editor])
  const shortcut = (id: Parameters<typeof shortcutOf>[0]) => {
    const keys = shortcutOf(id)
    return keys === undefined ? {} : { shortcut: keys }
  }
  return (
    <Toolbar ref={toolbar} className={textToolbarClass} aria-label="Text">
      <ToolMenu
        onLeave={() => backToText(editor)}
        label="Style"
        steady
        words={now.style === null ? 'Style' : styleName(now.style)}
        disabled={now.style === null}
        tools={stylesOf(editor, now.style)}
      />
      <ToolButton
        label="Bold"
        icon={Bold}
        shortcut="Mod+B"
        on={now.bold}
        onPress={() => {
          editor.commands.toggleMark('bold')
          backToText(editor)
        }}
      />
      <ToolButton
        label="Italic"
        icon={Italic}
        shortcut="Mod+I"
        on={now.italic}
        onPress={() => {
          editor.commands.toggleMark('italic')
          backToText(editor)
        }}
      />
      <ToolButton
        label={now.link ? 'Change the link' : 'Link'}
        icon={Link}
        {...shortcut('insert-link')}
        on={now.link}
        onPress={() => open?.({ kind: 'link' })}
      />
      <ToolButton
        label="List"
        icon={List}
        shortcut="Mod+Shift+8"
        on={now.bulletList}
        onPress={() => {
          editor.commands.toggleList('bulletList', 'listItem')
          backToText(editor)
        }}
      />
      <ToolButton
        label="Numbered list"
        icon={ListOrdered}
        shortcut="Mod+Shift+7"
        on={now.orderedList}
        onPress={() => {
          editor.commands.toggleList('orderedList', 'listItem')
          backToText(editor)
        }}
      />
      <TableTool editor={editor} headers={now.table} {...shortcut('insert-table')} />
      <ToolButton
        label="Picture"
        icon={Image}
        {...shortcut('insert-picture')}
        onPress={() => open?.({ kind: 'picture', at: null })}
      />
      <CalloutTool editor={editor} kind={now.callout} {...shortcut('insert-callout')} />
      <AddMenu editor={editor} language={now.language} />
    </Toolbar>
  )
}

function stylesOf(editor: Editor, now: StyleHere | null) {
  return (Object.keys(textStyles) as TextStyle[]).map(style => ({
    id: style,
    label: textStyles[style],
    shortcut: styleKeys[style],
    chosen: style === now,
    run: () => void runCommand(editor, setTextStyle(style)),
  }))
}
