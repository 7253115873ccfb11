import { Button } from 'react-aria-components'
import type { Coverage } from '../../shared/contract/index.ts'

interface StrandTableProps {
  coverage: Coverage
  onShow: (section: string) => void
}

const columns = [
  { key: 'yes', label: 'Yes' },
  { key: 'limited', label: 'In part' },
  { key: 'no', label: 'No' },
] as const

/** What the pages answer, strand by strand: numbers first, with a bar for the eye. */
export function StrandTable({ coverage, onShow }: StrandTableProps) {
  const most = Math.max(1, ...coverage.strands.flatMap(strand => columns.map(({ key }) => strand[key])))
  return (
    <div className="sheet strands">
      <table className="grid-table">
        <caption>What the pages answer, by strand</caption>
        <thead>
          <tr>
            <th scope="col">Strand</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">To be judged</th>
            <th scope="col">Out of date</th>
          </tr>
        </thead>
        <tbody>
          {coverage.strands.map(strand => (
            <tr key={strand.id}>
              <th scope="row">
                <Button className="cell-button" onPress={() => onShow(strand.id)}>
                  {strand.title}
                </Button>
              </th>
              {columns.map(({ key, label }) => (
                <td key={key} data-label={label}>
                  <span className="cell-bar">
                    <span className="strand-number">{strand[key]}</span>
                    <span
                      className={`share-${key}`}
                      style={{ width: `${(strand[key] / most) * 72}px` }}
                      aria-hidden="true"
                    />
                  </span>
                </td>
              ))}
              <td data-label="To be judged">{strand.notByPages || 'none'}</td>
              <td data-label="Out of date">{strand.overdue || 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
