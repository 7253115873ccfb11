import { ListKeymap } from '@tiptap/extension-list'
import { UndoRedo } from '@tiptap/extensions'
import { EditorContent, useEditor } from '@tiptap/react'
import { useState } from 'react'
import { type Doc, normaliseDoc } from '../../shared/content/index.ts'
import { modelSchema } from '../editor/document/schema-spec.ts'
import { modelExtensions } from '../editor/extensions.ts'
import '../editor/page-text.css'

interface WordsEditorProps {
  label: string
  /** What stands there at first; later changes to it are not shown. */
  start: Doc
  takesFocus: boolean
  onChange: (doc: Doc) => void
  /** Escape: Tab alone would not say that the words stay. */
  onLeave: () => void
}

const lists = [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }]

/** A few blocks of a page, written as in the editor of pages: same model, same keys, without its tools. */
export function WordsEditor({ label, start, takesFocus, onChange, onLeave }: WordsEditorProps) {
  const [fixed] = useState(() => ({
    extensions: [...modelExtensions, UndoRedo, ListKeymap.configure({ listTypes: lists })],
    content: normaliseDoc(start),
    editorProps: {
      attributes: {
        class: 'page-text',
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': 'true',
        spellcheck: 'true',
      },
      handleKeyDown(_: unknown, event: KeyboardEvent) {
        if (event.key !== 'Escape') return false
        onLeave()
        return true
      },
    },
  }))
  const editor = useEditor({
    ...fixed,
    schemaSpec: modelSchema,
    // The window's policy refuses styles that are put in by script.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    autofocus: takesFocus ? 'end' : false,
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as Doc),
  })
  return <EditorContent editor={editor} className="words-editor" />
}
