import { Extension, type Extensions } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { search } from 'prosemirror-search'
import { blockExtensions } from './blocks/index.ts'
import { problemsPlugin } from './checks/problems-plugin.ts'
import type { DialogRequest } from './dialogs/dialog-request.ts'
import { editingKeys } from './keys/editing-keys.ts'
import { markExtensions } from './marks/index.ts'
import { pastePlugin } from './paste/paste-plugin.ts'

/** The model's nodes and marks: with `modelSchema` they are the whole document structure. */
export const modelExtensions: Extensions = [...blockExtensions, ...markExtensions]

export interface EditorPorts {
  open(request: DialogRequest): void
  /** Mends the problem at the cursor. */
  fix(): void
  /** Takes the focus to the toolbar. */
  toToolbar(): void
  /** Says what was put right in what was pasted. */
  tell(sentences: readonly string[]): void
}

/** Everything that the editor can do, and nothing that the model cannot hold. */
export function editorExtensions({ open, fix, toToolbar, tell }: EditorPorts): Extensions {
  return [
    ...modelExtensions,
    UndoRedo.configure({ newGroupDelay: 600 }),
    ListKeymap.configure({ listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }] }),
    Dropcursor.configure({ class: 'drop-cursor', color: false, width: 2 }),
    Gapcursor,
    editingKeys.configure({ open, fix, toToolbar }),
    Extension.create({ name: 'problems', addProseMirrorPlugins: () => [problemsPlugin()] }),
    Extension.create({ name: 'finding', addProseMirrorPlugins: () => [search()] }),
    Extension.create({ name: 'pasting', priority: 1_000, addProseMirrorPlugins: () => [pastePlugin({ open, tell })] }),
  ]
}
