import { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { DialogRequest } from '../../src/renderer/editor/dialogs/dialog-request.ts'
import { modelSchema } from '../../src/renderer/editor/document/schema-spec.ts'
import { editorExtensions } from '../../src/renderer/editor/extensions.ts'
import { type Doc, parseBody, repairDoc, serialiseBody } from '../../src/shared/content/index.ts'

/**
 * A page being written, without a browser: Markdown in, keys and paste, Markdown out. `¦` is the cursor, or each end of
 * what is selected.
 */
export interface Writing {
  readonly editor: Editor
  type(text: string): Writing
  /** Keys as the keymaps name them: `Enter`, `Tab`, `Mod-b`, `Shift-Enter`. */
  press(...keys: string[]): Writing
  /** Whether the editor leaves these keys to the window. */
  leaves(keys: string): boolean
  paste(clipboard: { html?: string; text?: string }): Writing
  run(command: (state: EditorState, dispatch: EditorView['dispatch']) => boolean): Writing
  /** Selects the first node of this type as a whole. */
  select(type: string): Writing
  /** The document as Markdown, with the cursor. */
  shown(): string
  doc(): Doc
  /** What the editor asked to open, and what it told. */
  readonly asked: DialogRequest[]
  readonly told: string[]
}

const cursor = '¦'

export function writing(markdown: string): Writing {
  const asked: DialogRequest[] = []
  const told: string[] = []
  const editor = new Editor({
    element: null,
    injectCSS: false,
    extensions: editorExtensions({
      open: request => asked.push(request),
      fix: () => undefined,
      toToolbar: () => undefined,
      tell: sentences => told.push(...sentences),
    }),
    schemaSpec: modelSchema,
    content: parseBody(markdown).doc,
  })
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }))
  takeCursors(editor)

  const view = (): EditorView =>
    ({
      state: editor.state,
      dispatch: editor.view.dispatch,
      composing: false,
      endOfTextblock: () => true,
      dom: {},
      hasFocus: () => true,
    }) as unknown as EditorView

  function eventOf(name: string): KeyboardEvent {
    const parts = name.split('-')
    const base = parts.at(-1) ?? ''
    const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
    return {
      key: base,
      keyCode: base.length === 1 ? base.toUpperCase().charCodeAt(0) : 0,
      ctrlKey: has('Mod') || has('Ctrl'),
      metaKey: false,
      altKey: has('Alt'),
      shiftKey: has('Shift'),
      preventDefault: () => undefined,
    } as unknown as KeyboardEvent
  }

  function key(name: string): void {
    const event = eventOf(name)
    for (const plugin of editor.state.plugins) {
      if (plugin.props.handleKeyDown?.call(plugin, view(), event)) return
    }
  }

  const page: Writing = {
    editor,
    asked,
    told,
    type(text) {
      for (const letter of text) {
        const { from, to } = editor.state.selection
        const handled = editor.state.plugins.some(plugin =>
          plugin.props.handleTextInput?.call(plugin, view(), from, to, letter, () => editor.state.tr),
        )
        if (!handled) editor.view.dispatch(editor.state.tr.insertText(letter))
      }
      return page
    },
    press(...keys) {
      for (const name of keys) key(name)
      return page
    },
    leaves(keys) {
      // While letters are being composed, the cursor is not looked for in the browser.
      const composing = { ...view(), composing: true } as EditorView
      return editor.state.plugins.some(
        plugin => plugin.props.handleDOMEvents?.keydown?.call(plugin, composing, eventOf(keys)) === true,
      )
    },
    paste({ html = '', text = '' }) {
      const event = {
        clipboardData: { files: [], getData: (type: string) => (type === 'text/html' ? html : text) },
      } as unknown as ClipboardEvent
      const slice = plainSlice(editor.state, text)
      editor.state.plugins.some(plugin => plugin.props.handlePaste?.call(plugin, view(), event, slice))
      return page
    },
    run(command) {
      command(editor.state, editor.view.dispatch)
      return page
    },
    select(type) {
      editor.state.doc.descendants((node, pos) => {
        if (node.type.name !== type) return true
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, pos)))
        return false
      })
      return page
    },
    shown() {
      return serialiseBody(withCursors(editor.state)).trim()
    },
    doc: () => repairDoc(editor.getJSON()),
  }
  return page
}

/** What ProseMirror makes of plain text: a paragraph a line. */
function plainSlice(state: EditorState, text: string) {
  const lines = text.split(/\n+/).filter(line => line !== '')
  if (lines.length === 0) return Slice.empty
  const paragraph = state.schema.nodes.paragraph
  if (paragraph === undefined) throw new Error('The model has no paragraph.')
  return state.schema
    .nodeFromJSON({
      type: 'doc',
      content: lines.map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
    })
    .slice(1, lines.reduce((size, line) => size + line.length + 2, 0) - 1)
}

function takeCursors(editor: Editor): void {
  const ends: number[] = []
  for (;;) {
    let at: number | null = null
    editor.state.doc.descendants((node, pos) => {
      if (at !== null || !node.isText) return at === null
      const index = node.text?.indexOf(cursor) ?? -1
      if (index !== -1) at = pos + index
      return false
    })
    if (at === null) break
    ends.push(at)
    editor.view.dispatch(editor.state.tr.delete(at, at + 1).setMeta('addToHistory', false))
  }
  const [from, to = from] = ends
  const { tr } = editor.state
  const selection =
    from === undefined || to === undefined ? Selection.atStart(tr.doc) : TextSelection.create(tr.doc, from, to)
  editor.view.dispatch(tr.setSelection(selection))
}

function withCursors(state: EditorState): Doc {
  const { selection, tr } = state
  if (selection instanceof TextSelection) {
    const { from, to, empty } = selection
    tr.insertText(cursor, to)
    if (!empty) tr.insertText(cursor, from)
  }
  return repairDoc(tr.doc.toJSON())
}
