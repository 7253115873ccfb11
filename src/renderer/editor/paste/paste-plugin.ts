import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { chosenWords, markWords } from '../commands/marked-words.ts'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { pastedDoc } from './pasted-doc.ts'
import { hasWords, isAddress, isOwnClipboard, pasteSlice, sliceOf } from './pasted-words.ts'

interface PasteOptions {
  open(request: DialogRequest): void
  /** Says what was put right in what was pasted. */
  tell(sentences: readonly string[]): void
}

/**
 * Whatever comes from outside is cleaned by the content folder before it is in the text; pictures and documents go
 * through their dialogs, which ask what they have to be asked.
 */
export function pastePlugin({ open, tell }: PasteOptions): Plugin {
  function take(view: EditorView, data: DataTransfer | null): boolean {
    if (data === null) return false
    const html = data.getData('text/html')
    const text = data.getData('text/plain')
    const file = data.files[0]
    if (file !== undefined && !hasWords(html)) {
      open(file.type.startsWith('image/') ? { kind: 'picture', at: null, file } : { kind: 'document', at: null, file })
      return true
    }
    if (isOwnClipboard(html) || view.state.selection.$from.parent.type.spec.code) return false
    if (isAddress(text) && !view.state.selection.empty) {
      const words = chosenWords(view.state)
      if (
        markWords(words, words.text, { name: 'link', attrs: { href: text.trim(), title: null } })(
          view.state,
          view.dispatch,
        )
      )
        return true
    }
    if (!hasWords(html)) return false
    const { doc, said } = pastedDoc(html, view.state.schema)
    const slice = sliceOf(doc)
    view.dispatch(pasteSlice(view.state, slice).setMeta('paste', true).setMeta('uiEvent', 'paste'))
    if (said.length > 0) tell(said)
    return true
  }

  return new Plugin({
    props: {
      // What came from elsewhere is read by `take` alone: the editor's own reader would make elements of it first.
      transformPastedHTML: html => (isOwnClipboard(html) ? html : ''),
      handlePaste: (view, event, slice) => {
        if (take(view, event.clipboardData)) return true
        view.dispatch(pasteSlice(view.state, slice).setMeta('paste', true).setMeta('uiEvent', 'paste'))
        return true
      },
      handleDrop: (view, event, _slice, moved) => {
        if (moved || event.dataTransfer === null) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const { files } = event.dataTransfer
        const foreign = files.length > 0 || !isOwnClipboard(event.dataTransfer.getData('text/html'))
        if (at === null || !foreign) return false
        event.preventDefault()
        view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))))
        return take(view, event.dataTransfer)
      },
    },
  })
}
