import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRow,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'
import { insertBlock } from './insert-block.ts'
import { nodeType } from './node-type.ts'

/** Which cells say what the others are about (WCAG 2.2 SC 1.3.1). */
export interface Headers {
  row: boolean
  column: boolean
}

export interface TableHere {
  pos: number
  node: EditorNode
  headers: Headers
}

/** The table that the cursor is in. */
export function tableAt(state: EditorState): TableHere | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return { pos: $from.before(depth), node, headers: headersOf(node) }
  }
  return null
}

export function headersOf(table: EditorNode): Headers {
  const rows = table.children
  const isHeader = (cell: EditorNode | null | undefined) => cell?.type.name === 'tableHeader'
  const row = rows[0]?.children.every(isHeader) ?? false
  const column = rows.slice(row ? 1 : 0).every(one => isHeader(one.firstChild)) && (!row || rows.length > 1)
  return { row, column }
}

export function insertTable(size: { rows: number; columns: number }): Command {
  return (state, dispatch) => {
    const table = emptyTable(state.schema, size)
    const tr = insertBlock(state, table)
    if (tr === null || isInTable(state)) return false
    dispatch?.(tr)
    return true
  }
}

/** With a header row: a table without one says nothing to somebody who hears it. */
function emptyTable(schema: Schema, { rows, columns }: { rows: number; columns: number }): EditorNode {
  const cells = (type: string) => Array.from({ length: columns }, () => nodeType(schema, type).create())
  return nodeType(schema, 'table').create(
    null,
    Array.from({ length: rows }, (_, row) =>
      nodeType(schema, 'tableRow').create(null, cells(row === 0 ? 'tableHeader' : 'tableCell')),
    ),
  )
}

export const addRowAbove = keepingHeaders(addRowBefore)
export const addRowBelow = keepingHeaders(addRowAfter)
export const addColumnLeft = keepingHeaders(addColumnBefore)
export const addColumnRight = keepingHeaders(addColumnAfter)
export const removeTable: Command = deleteTable

/** The last row goes with its table. */
export const removeRow: Command = (state, dispatch) =>
  tableAt(state)?.node.childCount === 1 ? deleteTable(state, dispatch) : keepingHeaders(deleteRow)(state, dispatch)

export const removeColumn: Command = (state, dispatch) =>
  tableAt(state)?.node.firstChild?.childCount === 1
    ? deleteTable(state, dispatch)
    : keepingHeaders(deleteColumn)(state, dispatch)

/** A new row beneath all others, with the cursor in its first cell. */
export const addRowAtEnd: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  if (dispatch) {
    const tr = addRow(state.tr, rect, rect.map.height)
    const table = tr.doc.nodeAt(rect.tableStart - 1)
    if (table === null) return false
    setCells(tr, rect.tableStart - 1, headersOf(rect.table))
    const lastRow = rect.tableStart + table.content.size - (table.lastChild?.nodeSize ?? 0)
    tr.setSelection(TextSelection.near(tr.doc.resolve(lastRow + 1)))
    dispatch(tr.scrollIntoView())
  }
  return true
}

export function setHeaders(headers: Headers): Command {
  return (state, dispatch) => {
    const here = tableAt(state)
    if (here === null) return false
    dispatch?.(setCells(state.tr, here.pos, headers))
    return true
  }
}

export function setCaption(pos: number, caption: string): Command {
  return (state, dispatch) => {
    if (state.doc.nodeAt(pos)?.type.name !== 'table') return false
    dispatch?.(state.tr.setNodeAttribute(pos, 'caption', caption))
    return true
  }
}

/** What was the header row or column stays in first place, wherever rows and columns are added or taken out. */
function keepingHeaders(command: Command): Command {
  return (state, dispatch, view) => {
    const here = tableAt(state)
    if (here === null) return false
    return command(state, dispatch && (tr => dispatch(setCells(tr, here.pos, here.headers))), view)
  }
}

/** Makes exactly the cells of the first row, of the first column, or of both, header cells. */
function setCells(tr: Transaction, pos: number, headers: Headers): Transaction {
  const table = tr.doc.nodeAt(pos)
  if (table === null || table.type.name !== 'table') return tr
  table.forEach((row, rowOffset, rowIndex) => {
    row.forEach((cell, cellOffset, columnIndex) => {
      const header = (headers.row && rowIndex === 0) || (headers.column && columnIndex === 0)
      const type = nodeType(tr.doc.type.schema, header ? 'tableHeader' : 'tableCell')
      if (cell.type !== type) tr.setNodeMarkup(pos + 1 + rowOffset + 1 + cellOffset, type, cell.attrs)
    })
  })
  return tr
}
