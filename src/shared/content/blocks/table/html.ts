import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { FromHtml, ToHtml } from '../../definition.ts'
import type { Table } from '../../model.ts'
import { type Cell, tableOf } from './shape.ts'

/** Every header cell says what it is the header of: WCAG 2.2 SC 1.3.1. */
export function tableToHtml(table: Table, ctx: ToHtml): ElementContent[] {
  const [first, ...rest] = table.content
  const hasHead = first?.content.every(cell => cell.type === 'tableHeader') ?? false
  const body = hasHead ? rest : table.content
  const { caption } = table.attrs
  const role = ctx.page.excerpt === true ? 'group' : 'region'
  return [
    h('div.table-wrap', { tabIndex: 0, ...(caption ? { role, ariaLabel: caption } : {}) }, [
      h('table.govuk-table', [
        ...(caption ? [h('caption.govuk-table__caption.govuk-table__caption--m', caption)] : []),
        ...(hasHead && first ? [h('thead.govuk-table__head', [rowToHtml(first, 'col', ctx)])] : []),
        ...(body.length
          ? [
              h(
                'tbody.govuk-table__body',
                body.map(row => rowToHtml(row, 'row', ctx)),
              ),
            ]
          : []),
      ]),
    ]),
  ]
}

function rowToHtml(row: Table['content'][number], scope: 'col' | 'row', ctx: ToHtml): Element {
  return h(
    'tr.govuk-table__row',
    row.content.map(cell => {
      const align = cell.attrs.align ? [`align-${cell.attrs.align}`] : []
      return cell.type === 'tableHeader'
        ? h(
            'th',
            { scope, className: ['govuk-table__header', ...align], ...ctx.placeOf(cell) },
            ctx.words(cell.content),
          )
        : h('td', { className: ['govuk-table__cell', ...align], ...ctx.placeOf(cell) }, ctx.words(cell.content))
    }),
  )
}

/** As wide as a pasted spreadsheet may be; a span beyond this is a mistake or an attack. */
const mostSpan = 50

export function tableFromHtml(element: Element, ctx: FromHtml): Table | null {
  const caption = find(element, 'caption').map(textIn).join(' ')
  const rows = find(element, 'tr').map(row => cellsOf(row, ctx))
  return tableOf(caption.replace(/\s+/g, ' ').trim(), rows)
}

function cellsOf(row: Element, ctx: FromHtml): Cell[] {
  return row.children.flatMap((child): Cell[] => {
    if (child.type !== 'element' || (child.tagName !== 'td' && child.tagName !== 'th')) return []
    const span = Math.min(mostSpan, Math.max(1, Number(child.properties.colSpan) || 1))
    if (span > 1 || Number(child.properties.rowSpan) > 1) {
      ctx.repaired('A table had cells joined together; they now stand apart, each in its own row and column.')
    }
    const header = child.tagName === 'th'
    const blank = Array.from({ length: span - 1 }, (): Cell => ({ header, align: null }))
    return [{ header, align: alignOf(child), content: ctx.words(child.children) }, ...blank]
  })
}

function alignOf(cell: Element): Cell['align'] {
  const said = `${cell.properties.align ?? ''} ${cell.properties.style ?? ''}`
  const align = /(?:^|text-align:\s*)(left|center|right)/.exec(said)?.[1]
  return align === 'center' || align === 'right' ? align : null
}

/** Elements of this name that belong to this table, not to a table inside it. */
function find(within: Element, tagName: string): Element[] {
  return within.children.flatMap(child => {
    if (child.type !== 'element' || child.tagName === 'table') return []
    return child.tagName === tagName ? [child] : find(child, tagName)
  })
}

function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textIn).join('') : ''
}
