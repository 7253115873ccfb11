import type { Element, ElementContent } from 'hast'
import { roleOf } from '../markup/attributes.ts'
import { isForLayout, tableOf } from '../markup/tables.ts'
import { plainly, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

/** A table of a web page that nothing names, or two of one name. WCAG 2.2 SC 1.3.1; technique H39. */
export const tableCaption = rule({
  id: 'table-caption',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'Whoever goes from table to table hears the caption first, and can pass over those that they do not want.',
  on: {
    pageOfDocument: ({ doc }) =>
      namedTwice(
        doc.content.flatMap((block, at) =>
          block.type === 'table' ? [{ name: block.attrs.caption, place: { path: [at] } }] : [],
        ),
      ),
    markup: ({ elements }) =>
      namedTwice(
        elements.flatMap(seen =>
          seen.tag === 'table' ? [{ name: tableOf(seen)?.name ?? '', place: seen.place }] : [],
        ),
      ),
    elements: {
      table: seen => {
        const table = tableOf(seen)
        if (table && useless.test(table.name))
          return { message: `“${table.name}” does not say what the table tells.`, place: seen.place }
        const lacks =
          table && table.name === '' && table.rows.length > 1 && table.cells.some(({ isHeader }) => isHeader)
        if (!lacks || isForLayout(table) || isHeaded(seen.element, seen.around)) return null
        return { message: 'This table has no caption.', place: seen.place }
      },
    },
  },
  examples: {
    fail: ['<table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    html: {
      fail: [
        '<p>Come.</p><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<table><caption>Table 1</caption><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<h3>Who comes when</h3>Ask us.<table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<div><h3>Who comes when</h3><p>Ask us.</p></div><div><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table></div>',
        '<h3>Ages</h3><table><tr><th>Ages</th></tr><tr><td>5</td></tr></table><table><tr><th>Cost</th></tr><tr><td>£5</td></tr></table>',
        '<table><caption>Who comes</caption><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table><table><caption>Who comes</caption><tr><th>Ages</th></tr><tr><td>12</td></tr></table>',
      ],
      pass: [
        '<table><caption>Table 1: who comes when</caption><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<table><caption>Who comes when</caption><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<table aria-label="Who comes when"><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<h3>Who comes when</h3><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
        '<div><h3>Who comes when</h3></div><p> </p><div><div><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table></div></div>',
        '<main><h1>Who comes when</h1><article><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table></article></main>',
        '<div role="heading" aria-level="2">Who comes when</div><table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>',
      ],
    },
  },
})

function namedTwice(tables: readonly { name: string; place: Finding['place'] }[]): Finding[] {
  const names = tables.map(({ name }) => plainly(name))
  return tables
    .filter((_, at) => names[at] !== '' && names.indexOf(names[at] ?? '') < at)
    .map(({ name, place }) => ({ message: `“${name.trim()}” is the caption of two tables here.`, place }))
}

/** What says only that there is a table: “Table 1”. */
const useless =
  /^(?:the )?(?:table|data|untitled|caption|title)(?: (?:of data|title|caption))?(?: ?\d+(?:\.\d+)?)?[.:]?$/i

const places = new Set(['article', 'body', 'center', 'details', 'div', 'main', 'section'])
const ends = new Set([...places, 'header', 'hgroup', 'span'])

/** A heading right before it says the same to everybody, whatever boxes either of them stands in. */
function isHeaded(table: Element, around: readonly Element[]): boolean {
  let inner = table
  for (const outer of around) {
    const before = outer.children.slice(0, outer.children.indexOf(inner))
    const last = before.findLast(hasWords)
    if (last) return last.type === 'element' && endsInHeading(last)
    if (!places.has(outer.tagName)) return false
    inner = outer
  }
  return false
}

function endsInHeading(element: Element): boolean {
  if (/^h[1-6]$/.test(element.tagName) || roleOf(element) === 'heading') return true
  const last = element.children.findLast(hasWords)
  return ends.has(element.tagName) && last?.type === 'element' && endsInHeading(last)
}

function hasWords(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && wordsOf(node) !== ''
}
