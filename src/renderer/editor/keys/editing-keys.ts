import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import { commandMenu } from '../../../shared/contract/index.ts'
import { onMac } from '../../state/platform.ts'
import { isShortcut, type KeyPress } from '../../words/shortcuts.ts'
import { leaveDownwards, writeAfterLast } from '../commands/write-after-last.ts'
import { writeBeneath } from '../commands/write-beneath.ts'
import { type DialogRequest, dialogFor } from '../dialogs/dialog-request.ts'
import { followCursor } from '../document/follow-cursor.ts'

interface EditingKeys {
  open: (request: DialogRequest) => void
  fix: () => void
  toToolbar: () => void
}

/** Keys that belong to no block: opening the selected one, and writing on beneath it. */
export const editingKeys = Extension.create<EditingKeys>({
  name: 'editingKeys',
  // Before the core keymap, which would write a paragraph beneath a selected block.
  priority: 500,
  addOptions: () => ({ open: () => undefined, fix: () => undefined, toToolbar: () => undefined }),
  addKeyboardShortcuts() {
    const { editor, options } = this
    return {
      'Alt-Enter': () => {
        options.fix()
        return true
      },
      'Alt-F10': () => {
        options.toToolbar()
        return true
      },
      Enter: () => {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection)) return false
        const request = dialogFor(selection.node.type.name, selection.from)
        if (request !== null) options.open(request)
        return request !== null
      },
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown: keydownHandler({ ArrowDown: leaveDownwards, 'Mod-End': writeAfterLast }),
        handleDOMEvents: {
          keydown(view, event) {
            followCursor(view)
            return isWindowsEnter(event)
          },
        },
        // A letter typed while a picture is selected would take its place. It begins a paragraph beneath instead.
        handleTextInput(view, _from, _to, text) {
          const tr = writeBeneath(view.state)
          if (tr === null) return false
          view.dispatch(tr.insertText(text).scrollIntoView())
          return true
        },
      },
    }),
  ],
})

/** ProseMirror takes every Enter for its own, whatever is held with it; one of them is a command of the window. */
function isWindowsEnter(press: KeyPress): boolean {
  return press.key === 'Enter' && commandMenu.some(({ shortcut }) => shortcut && isShortcut(press, shortcut, onMac))
}
