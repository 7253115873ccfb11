import { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { blockNamed, normaliseDoc } from '../../../shared/content/index.ts'
import { announce } from '../../ui/announce.tsx'
import { say } from '../../ui/toasts.tsx'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { replaceDocument } from '../document/replace-document.ts'
import { modelSchema } from '../document/schema-spec.ts'
import { writtenDoc } from '../document/written-doc.ts'
import { editorExtensions } from '../extensions.ts'
import type { PageSession } from '../session/page-session.ts'

/** What marks a change that came from the disk: it is nobody's typing. */
const fromDisk = 'from-disk'

export const pageTextId = 'page-text'

interface PageTextOptions {
  session: PageSession
  readOnly: boolean
  open(request: DialogRequest): void
  fix(): void
  toToolbar(): void
}

/** The editor of a page's text, tied to its session: what is typed there is kept, what the disk says is shown. */
export function usePageText({ session, readOnly, open, fix, toToolbar }: PageTextOptions): Editor {
  const [fixed] = useState(() => ({
    extensions: editorExtensions({
      open,
      fix,
      toToolbar,
      tell: sentences => say(`Pasted. ${sentences.join(' ')}`, 'info'),
    }),
    content: normaliseDoc(session.opened.doc),
    editorProps: {
      attributes: {
        id: pageTextId,
        class: 'page-text',
        'aria-label': 'Text of the page',
        'aria-multiline': 'true',
        spellcheck: 'true',
      },
    },
  }))
  const editor = useEditor({
    ...fixed,
    schemaSpec: modelSchema,
    editable: !readOnly,
    // The window's policy refuses styles that are put in by script; they stand in editor.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ transaction }) => {
      if (transaction.getMeta(fromDisk) !== true) session.typed()
    },
    onSelectionUpdate: ({ editor: { state } }) => sayBlock(state.selection),
  })

  // Another window can take the page over, or hand it back, while it is open here.
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])

  useEffect(
    () =>
      session.attach({
        read: () => writtenDoc(editor.state.doc),
        replace: doc => {
          const tr = replaceDocument(editor.state, Node.fromJSON(editor.schema, doc))
          editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(fromDisk, true))
        },
      }),
    [editor, session],
  )
  return editor
}

/** A block that is selected as a whole has no words for a screen reader to read out. */
function sayBlock(selection: unknown): void {
  if (!(selection instanceof NodeSelection) || selection.node.isInline) return
  const label = blockNamed(selection.node.type.name)?.label
  if (label !== undefined) announce(`${label}. Enter changes it, Delete takes it out.`)
}
