import type { Editor } from '@tiptap/react'
import { Table } from 'lucide-react'
import {
  addColumnLeft,
  addColumnRight,
  addRowAbove,
  addRowBelow,
  type Headers,
  insertTable,
  removeColumn,
  removeRow,
  removeTable,
  setHeaders,
  tableAt,
} from '../commands/table.ts'
import { useEditorTools } from '../editor-tools.ts'
import { backToText, runCommand } from '../run-command.ts'
import { ToolButton } from './tool-button.tsx'
import { type Tool, ToolMenu } from './tool-menu.tsx'

/** Three rows, the first of them headers, and two columns: enough to see what it is, and Tab adds more. */
export const newTable = insertTable({ rows: 3, columns: 2 })

interface TableToolProps {
  editor: Editor
  /** Of the table that the cursor is in. */
  headers: Headers | null
  shortcut?: string
}

/** Outside a table it makes one; inside, it is the menu of the table. */
export function TableTool({ editor, headers, shortcut }: TableToolProps) {
  const { open } = useEditorTools()
  if (headers === null) {
    return (
      <ToolButton
        label="Table"
        icon={Table}
        onPress={() => void runCommand(editor, newTable)}
        {...(shortcut && { shortcut })}
      />
    )
  }
  const tool = (
    id: string,
    label: string,
    command: Parameters<typeof runCommand>[1],
    more: Partial<Tool> = {},
  ): Tool => ({
    id,
    label,
    run: () => void runCommand(editor, command),
    ...more,
  })
  const caption = () => {
    const here = tableAt(editor.state)
    if (here !== null) open?.({ kind: 'caption', at: here.pos })
  }
  return (
    <ToolMenu
      onLeave={() => backToText(editor)}
      label="This table"
      icon={Table}
      pressed
      tools={[
        tool('row-above', 'Add a row above', addRowAbove),
        tool('row-below', 'Add a row beneath', addRowBelow),
        tool('column-left', 'Add a column to the left', addColumnLeft),
        tool('column-right', 'Add a column to the right', addColumnRight),
        { id: 'caption', label: 'Caption…', line: true, run: caption },
        tool('header-row', 'First row is a header', setHeaders({ ...headers, row: !headers.row }), {
          chosen: headers.row,
        }),
        tool('header-column', 'First column is a header', setHeaders({ ...headers, column: !headers.column }), {
          chosen: headers.column,
        }),
        tool('remove-row', 'Remove this row', removeRow, { line: true }),
        tool('remove-column', 'Remove this column', removeColumn),
        tool('remove-table', 'Remove the table', removeTable),
      ]}
    />
  )
}
