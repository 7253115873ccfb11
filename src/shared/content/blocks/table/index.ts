import type { Table as MdastTable, RootContent } from 'mdast'
import { z } from 'zod'
import { lineAttribute } from '../../attributes.ts'
import type { BlockDefinition, FromMarkdown, Raw, Repair, ToMarkdown } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { containerDirective, readContainer, unlessEmpty } from '../../directive.ts'
import type { Table, TableRow } from '../../model.ts'
import { tableFromHtml, tableToHtml } from './html.ts'
import { type Cell, cellOf, type HeaderKind, headerKindOf, headerKinds, isHeader, tableOf } from './shape.ts'

const attrs = z.object({ caption: lineAttribute })
const alignSchema = z.enum(['left', 'center', 'right']).nullable().catch(null)
const cellAttrs = {
  align: { default: null },
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
}

export const table: BlockDefinition<Table> = {
  name: 'table',
  label: 'Table',
  spec: { group: 'block', content: 'tableRow+', isolating: true, tableRole: 'table', attrs: defaultsOf(attrs) },
  parts: [
    { name: 'tableRow', label: 'Row', spec: { content: '(tableHeader | tableCell)+', tableRole: 'row' } },
    {
      name: 'tableHeader',
      label: 'Header cell',
      spec: { content: 'inline*', isolating: true, tableRole: 'header_cell', attrs: cellAttrs },
    },
    {
      name: 'tableCell',
      label: 'Cell',
      spec: { content: 'inline*', isolating: true, tableRole: 'cell', attrs: cellAttrs },
    },
  ],
  attrs,
  fromMarkdown(node, ctx) {
    if (node.type === 'table') return read(node, 'row', '', ctx)
    const container = readContainer(node, 'table', ['caption', 'header'])
    const [inner, ...more] = container?.children ?? []
    const kind = headerKinds.find(known => known === (container?.attributes.header ?? 'row'))
    if (!container || container.label || inner?.type !== 'table' || more.length || !kind) return null
    return read(inner, kind, container.attributes.caption ?? '', ctx)
  },
  toMarkdown(block, ctx) {
    const inner = write(block, ctx)
    const kind = headerKindOf(
      block.content.map(row => row.content.map(cell => ({ header: cell.type === 'tableHeader' }))),
    )
    if (kind === 'row' && block.attrs.caption === '') return inner
    const header = kind === 'row' ? null : kind
    return containerDirective('table', { caption: unlessEmpty(block.attrs.caption), header }, [inner])
  },
  toHtml: tableToHtml,
  fromHtml(element, ctx) {
    return element.tagName === 'table' ? tableFromHtml(element, ctx) : null
  },
  repair(raw, ctx) {
    const { caption } = attrs.parse(raw.attrs)
    const rows = raw.content.map(row => cellsOf(row, ctx))
    const repaired = tableOf(caption, rows)
    if (!repaired) return caption ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }] : []
    keepPlaces(repaired, raw, ctx)
    return [repaired]
  },
  sample: [sampleTable('', 'row'), sampleTable('When to apply', 'both'), sampleTable('', 'none')],
}

function read(node: MdastTable, kind: HeaderKind, caption: string, ctx: FromMarkdown): Table {
  const content = node.children.map((row, at): TableRow => {
    const cells = row.children.map((cell, column) => {
      const made = cellOf(isHeader(kind, at, column), node.align?.[column] ?? null, ctx.words(cell.children))
      return ctx.keep(made, cell as unknown as RootContent)
    })
    return ctx.keep({ type: 'tableRow', content: cells }, row as unknown as RootContent)
  })
  return { type: 'table', attrs: { caption }, content }
}

function write(block: Table, ctx: ToMarkdown): MdastTable {
  return {
    type: 'table',
    align: block.content[0]?.content.map(cell => cell.attrs.align) ?? [],
    children: block.content.map(row => ({
      type: 'tableRow',
      children: row.content.map(cell => ({ type: 'tableCell', children: ctx.words(cell.content, 'cell') })),
    })),
  }
}

function cellsOf(row: Raw, ctx: Repair): Cell[] {
  const cells = row.type === 'tableRow' ? row.content : [row]
  return cells.flatMap((cell): Cell[] => {
    const isCell = cell.type === 'tableCell' || cell.type === 'tableHeader'
    const align = alignSchema.parse(cell.attrs.align ?? null)
    const made: Cell = {
      header: cell.type === 'tableHeader',
      align,
      ...ctx.words(isCell ? cell.content : [cell], 'cell'),
    }
    const span = Math.min(50, Math.max(1, Math.trunc(Number(cell.attrs.colspan)) || 1))
    return [made, ...Array.from({ length: span - 1 }, (): Cell => ({ header: made.header, align }))]
  })
}

function keepPlaces(repaired: Table, raw: Raw, ctx: Repair): void {
  const rows = raw.content.filter(row => row.type === 'tableRow' && row.content.length > 0)
  if (rows.length !== repaired.content.length) return
  repaired.content.forEach((row, at) => {
    const from = rows[at]
    if (!from) return
    ctx.keep(row, from)
    row.content.forEach((cell, column) => {
      const before = from.content[column]
      if (before) ctx.keep(cell, before)
    })
  })
}

function sampleTable(caption: string, kind: HeaderKind): Table {
  const words = [
    ['When', 'What happens'],
    ['6 weeks', 'The council decides whether to assess'],
    ['20 weeks', 'The final plan is sent'],
  ]
  return {
    type: 'table',
    attrs: { caption },
    content: words.map((row, at) => ({
      type: 'tableRow',
      content: row.map((text, column) => cellOf(isHeader(kind, at, column), null, [{ type: 'text', text }])),
    })),
  }
}
