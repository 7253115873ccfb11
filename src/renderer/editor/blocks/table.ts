import { Node } from '@tiptap/core'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { addRowAtEnd } from '../commands/table.ts'
import { drawnAs } from './drawn-as.ts'

export const table = Node.create({
  ...drawnAs('table', node => {
    const caption: DOMOutputSpec[] =
      node.attrs.caption === '' ? [] : [['caption', { contenteditable: 'false' }, node.attrs.caption]]
    return ['table', {}, ...caption, ['tbody', 0]]
  }),
  addKeyboardShortcuts() {
    const run = (command: ReturnType<typeof goToNextCell>) => command(this.editor.state, this.editor.view.dispatch)
    return {
      // Tab in the last cell begins a new row, as in a word processor.
      Tab: () => run(goToNextCell(1)) || run(addRowAtEnd),
      'Shift-Tab': () => run(goToNextCell(-1)),
    }
  },
  addProseMirrorPlugins: () => [tableEditing()],
  extendNodeSchema: extension => {
    const role = roles.get(extension.name)
    return role === undefined ? {} : { tableRole: role }
  },
})

/** What the table commands know a node by. */
const roles = new Map([
  ['table', 'table'],
  ['tableRow', 'row'],
  ['tableHeader', 'header_cell'],
  ['tableCell', 'cell'],
])

export const tableRow = Node.create(drawnAs('tableRow', 'tr'))

export const tableHeader = Node.create(
  drawnAs('tableHeader', node => ['th', { scope: 'col', ...aligned(node.attrs.align) }]),
)

export const tableCell = Node.create({
  ...drawnAs('tableCell', node => ['td', aligned(node.attrs.align)]),
  addKeyboardShortcuts() {
    // A cell is one run of words: Enter begins a new line in it.
    return {
      Enter: () => {
        const { $from } = this.editor.state.selection
        if ($from.parent.type.spec.tableRole === undefined) return false
        const lineBreak = this.editor.schema.nodes.hardBreak
        if (lineBreak === undefined) return false
        return this.editor.commands.command(({ tr }) => {
          tr.replaceSelectionWith(lineBreak.create()).scrollIntoView()
          return true
        })
      },
    }
  },
})

function aligned(align: unknown): Record<string, string> {
  return typeof align === 'string' ? { class: `align-${align}` } : {}
}
