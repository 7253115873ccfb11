import {
  alternativeOf,
  type Cell,
  chartSvg,
  type Part,
  type Report,
  type Table,
  wordsOf,
} from '../../shared/report/index.ts'
import { type Html, html } from '../../shared/site/html.ts'
import { blocksOf } from './paragraphs.ts'

/** A report as one web page that needs nothing else: it opens from an email, prints, and runs no script. */
export function reportAsHtml(report: Report): string {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${report.title}</h1>
<p>${[report.council, report.period].filter(Boolean).join(', ')}</p>
${report.sections.map(sectionOf)}</main>
</body>
</html>
`.text
}

/** Nothing in it needs to be escaped. */
const style =
  'body{font:1.06rem/1.5 system-ui,sans-serif;color:#1d2430;background:#fff;margin:0}main{max-width:62rem;margin:0 auto;padding:1.5rem}h2{margin-top:2.2rem}table{border-collapse:collapse;width:100%;margin:1.2rem 0;table-layout:auto}caption{text-align:start;font-weight:700;padding-block:.5rem}th,td{border:1px solid #a9b2bd;padding:.35rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}thead th{background:#e8edf2}tbody th{font-weight:400}td.number{text-align:end}img{max-width:100%;height:auto}figure{margin:1.2rem 0}@media print{main{max-width:none;padding:0}tr{break-inside:avoid}}'

function sectionOf({ id, title, own, parts }: Report['sections'][number]): Html {
  const words = blocksOf(own)
  if (words.length === 0 && parts.length === 0) return html``
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${words.map(block =>
  block.kind === 'paragraph'
    ? html`<p>${block.text}</p>
`
    : html`<ul>${block.items.map(item => html`<li>${item}</li>`)}</ul>
`,
)}${parts.map(partOf)}</section>
`
}

function partOf(part: Part): Html {
  switch (part.kind) {
    case 'words':
      return html`<p>${part.text}</p>\n`
    case 'figures':
      return tableOf({
        caption: 'In numbers',
        columns: ['What was counted', 'How many'],
        rows: part.figures.map(figure => [figure.label, figure]),
      })
    case 'table':
      return tableOf(part.table)
    case 'chart': {
      const { svg, width, height } = chartSvg(part.chart)
      const address = `data:image/svg+xml,${encodeURIComponent(svg)}`
      return html`<figure><img src="${address}" width="${width}" height="${height}" alt="${alternativeOf(part.chart)}"></figure>
${tableOf(part.table)}`
    }
  }
}

function tableOf({ caption, columns, rows }: Table): Html {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cellOf)}</tr>\n`)}</tbody>
</table>
`
}

function cellOf(cell: Cell, at: number): Html {
  if (at === 0) return html`<th scope="row">${wordsOf(cell)}</th>`
  return typeof cell === 'string' ? html`<td>${cell}</td>` : html`<td class="number">${wordsOf(cell)}</td>`
}
