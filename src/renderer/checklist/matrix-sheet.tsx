import { useQuery } from '@tanstack/react-query'
import { allIn, audiencesOfOffer, type Matrix } from '../../shared/checklist/matrix.ts'
import type { MatrixView } from '../../shared/contract/index.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { fullDay } from '../words/dates.ts'
import { MatrixLegend, MatrixPicture } from './matrix-picture.tsx'

/** What is answered by strand and for whom: a picture, the same as a table, and how it came to be so. */
export function MatrixSheet({ checklist }: { checklist: string }) {
  const matrix = useQuery(orpc.evaluation.matrix.queryOptions({ input: { checklist } }))
  return (
    <div className="gap">
      <Sheet title="By strand and for whom">
        <Answer query={matrix} reading="Counting by strand and audience">
          {({ now, before }) => (
            <>
              <div className="sheet-body">
                <p className="soft">
                  A requirement that is about several of them counts in each of their columns. It helps you review; it
                  proves nothing by itself.
                </p>
                <MatrixLegend />
                <MatrixPicture matrix={now} />
              </div>
              <MatrixTable matrix={now} />
              {before.length > 0 && <TrendTable now={now} before={before} />}
            </>
          )}
        </Answer>
      </Sheet>
    </div>
  )
}

function MatrixTable({ matrix }: { matrix: Matrix }) {
  return (
    <table className="grid-table matrix-table">
      <caption>Answered, of what is asked, now</caption>
      <thead>
        <tr>
          <th scope="col">Strand</th>
          {audiencesOfOffer.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(row => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {audiencesOfOffer.map(({ id, label }, at) => {
              const cell = row.cells[at]
              return (
                <td key={id} data-label={label}>
                  {cell === undefined || allIn(cell) === 0 ? 'nothing asked' : `${cell.yes} of ${allIn(cell)}`}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Evaluations judge and the present is measured, so the last column is not one more evaluation: its heading says so. */
function TrendTable({ now, before }: Pick<MatrixView, 'now' | 'before'>) {
  return (
    <table className="grid-table matrix-table">
      <caption>Evaluation by evaluation</caption>
      <thead>
        <tr>
          <th scope="col">Strand</th>
          {before.map(({ snapshot, title, at }) => (
            <th key={snapshot} scope="col">
              {title}, {fullDay(at.slice(0, 10))}
            </th>
          ))}
          <th scope="col">Measured now</th>
        </tr>
      </thead>
      <tbody>
        {now.rows.map((row, at) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {before.map(({ snapshot, title, matrix }) => {
              const cell = matrix.rows[at]?.all
              return (
                <td key={snapshot} data-label={title}>
                  {cell === undefined ? 'nothing asked' : `${cell.yes} yes, ${cell.limited} limited, ${cell.no} no`}
                </td>
              )
            })}
            <td data-label="Measured now">
              {row.all.yes} yes, {row.all.limited} limited, {row.all.no} no
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
