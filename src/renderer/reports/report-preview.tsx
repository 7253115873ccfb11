import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { ReportWish } from '../../shared/contract/index.ts'
import {
  alternativeOf,
  type Cell,
  type ChartColours,
  chartSvg,
  countOf,
  type Figure,
  onPaper,
  type Part,
  type Report,
  type Table,
} from '../../shared/report/index.ts'
import { Sheet } from '../ui/sheet.tsx'
import { OwnWordsForm } from './own-words-form.tsx'
import { SourcesDialog } from './sources-dialog.tsx'

/** The report as it will be written, where every number leads to what it was counted from. */
export function ReportPreview({ report, wish }: { report: Report; wish: ReportWish }) {
  const [shown, setShown] = useState<Figure | null>(null)
  return (
    <>
      <h2 className="report-title">{report.title}</h2>
      <p className="soft">{[report.council, report.period].filter(Boolean).join(', ')}</p>
      {report.sections.map(({ id, title, own, parts }) => (
        <Sheet key={id} title={title}>
          <div className="report-section">
            <OwnWordsForm wish={wish} section={id} title={title} own={own} />
            {parts.map((part, at) => (
              <PartView key={`${part.kind} ${at}`} part={part} onShow={setShown} />
            ))}
          </div>
        </Sheet>
      ))}
      {shown !== null && <SourcesDialog figure={shown} onClose={() => setShown(null)} />}
    </>
  )
}

type OnShow = (figure: Figure) => void

function PartView({ part, onShow }: { part: Part; onShow: OnShow }) {
  switch (part.kind) {
    case 'words':
      return <p>{part.text}</p>
    case 'figures':
      return (
        <TableView
          table={{
            caption: 'In numbers',
            columns: ['What was counted', 'How many'],
            rows: part.figures.map(figure => [figure.label, figure]),
          }}
          onShow={onShow}
        />
      )
    case 'table':
      return <TableView table={part.table} onShow={onShow} />
    case 'chart': {
      const { svg, width, height } = chartSvg(part.chart, inWindow)
      return (
        <>
          <img
            className="report-chart"
            src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            width={width}
            height={height}
            alt={alternativeOf(part.chart)}
          />
          <TableView table={part.table} onShow={onShow} />
        </>
      )
    }
  }
}

/** On the white of a sheet of paper, in light and dark alike. */
const inWindow: ChartColours = {
  ink: '#1d2430',
  series: onPaper.series,
  font: 'sans-serif',
}

function TableView({ table: { caption, columns, rows }, onShow }: { table: Table; onShow: OnShow }) {
  return (
    <table className="grid-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={`${String(line)} ${typeof row[0] === 'string' ? row[0] : ''}`}>
            {row.map((cell, at) => (
              <CellView
                key={columns[at]}
                cell={cell}
                column={columns[at] ?? ''}
                of={row[0]}
                first={at === 0}
                onShow={onShow}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellViewProps {
  cell: Cell
  column: string
  of: Cell | undefined
  first: boolean
  onShow: OnShow
}

function CellView({ cell, column, of, first, onShow }: CellViewProps) {
  if (typeof cell === 'string') return first ? <th scope="row">{cell}</th> : <td data-label={column}>{cell}</td>
  const about = typeof of === 'string' ? of : cell.label
  return (
    <td data-label={column}>
      <AriaButton
        className="cell-button"
        aria-label={`${countOf(cell)}, ${about}, ${column}: what it was counted from`}
        onPress={() => onShow({ ...cell, label: about === cell.label ? cell.label : `${about}: ${cell.label}` })}
      >
        {countOf(cell)}
      </AriaButton>
    </td>
  )
}
