import type { Element } from 'hast'
import { roleOf, said } from './attributes.ts'
import type { MarkupElement } from './markup.ts'
import { tidy, within, wordsOf } from './words.ts'

export interface TableCellSeen {
  element: Element
  isHeader: boolean
  words: string
  columns: number
  rows: number
}

/** A table of HTML, row by row. */
export interface TableSeen {
  element: Element
  rows: readonly (readonly TableCellSeen[])[]
  cells: readonly TableCellSeen[]
  /** Its caption, its label, or the caption of the figure around it. */
  name: string
}

/** A table proper; null for one that a screen reader is told to take for none. */
export function tableOf({ element, around, named }: MarkupElement): TableSeen | null {
  if (/^(?:presentation|none)$/.test(roleOf(element)) || said(element, 'ariaHidden') === 'true') return null
  const rows = own(element, 'tr').map(row => own(row, 'td', 'th').map(cellOf))
  const captions = own(element, 'caption').map(wordsOf)
  const labels = (said(element, 'ariaLabelledBy') ?? '')
    .split(/\s+/)
    .flatMap(id => named.get(id) ?? [])
    .map(wordsOf)
  const figure = around.find(({ tagName }) => tagName === 'figure')
  const figureCaption = figure ? within(figure, 'figcaption').map(wordsOf) : []
  const name = tidy([...captions, ...labels, said(element, 'ariaLabel') ?? '', ...figureCaption].join(' '))
  return { element, rows: rows.filter(row => row.length > 0), cells: rows.flat(), name }
}

function cellOf(element: Element): TableCellSeen {
  const scoped = said(element, 'scope') !== null && element.tagName === 'td'
  return {
    element,
    isHeader: element.tagName === 'th' || scoped || /^(?:column|row)header$/.test(roleOf(element)),
    words:
      said(element, 'ariaLabel')?.trim() ||
      wordsOf(element) ||
      within(element, 'img')
        .map(img => said(img, 'alt') ?? '')
        .join(''),
    columns: Math.max(1, Number(said(element, 'colSpan')) || 1),
    rows: Math.max(1, Number(said(element, 'rowSpan')) || 1),
  }
}

/** Parts of this table, and not of one inside it. */
function own(element: Element, ...tags: readonly string[]): Element[] {
  return element.children.flatMap(child => {
    if (child.type !== 'element' || child.tagName === 'table') return []
    return tags.includes(child.tagName) ? [child] : own(child, ...tags)
  })
}

const built = ['table', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'iframe', 'nav']
/** Words in a cell beyond which it is a text in a column of the page, and not an entry. */
const muchInACell = 60

/** Whether it places things on the page: nothing in it is said to head anything, and it is no grid of entries. */
export function isForLayout({ cells, rows, name }: TableSeen): boolean {
  if (cells.some(({ isHeader }) => isHeader) || name !== '' || cells.length === 0) return false
  const isLine = rows.length === 1 || rows.every(row => row.length === 1)
  return (
    isLine ||
    cells.some(({ element }) => within(element, ...built).length > 0) ||
    cells.some(({ words }) => words.split(' ').length > muchInACell) ||
    cells.every(({ element }) => wordsOf(element) === '')
  )
}
