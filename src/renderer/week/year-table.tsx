import { Button } from 'react-aria-components'
import type { PageRow } from '../../shared/contract/index.ts'
import { dayInWords } from '../../shared/review/dates.ts'
import type { Span, Year } from '../../shared/review/year.ts'
import { useNameOf } from '../connection/session.ts'
import { spanWords } from './year-words.ts'

/** A number of the table: a month, and whose pages; null is everybody's. */
export interface YearCell {
  span: string
  owner: string | null
}

interface YearTableProps {
  year: Year<PageRow>
  onShow: (cell: YearCell) => void
}

/** Numbers first, with a bar for the eye; each number leads to its pages. */
export function YearTable({ year: { spans, owners }, onShow }: YearTableProps) {
  const nameOf = useNameOf()
  const most = Math.max(1, ...spans.map(({ pages }) => pages.length))
  return (
    <div className="sheet year-sheet">
      <table className="grid-table">
        <caption>
          Reviews by month, and who looks after the pages
          <span className="soft caption-note">Press a number to see its pages.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">All</th>
            {owners.map(owner => (
              <th key={owner} scope="col">
                {ownerWords(owner, nameOf)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map(span => (
            <tr key={span.id}>
              <th scope="row">
                {spanWords(span)}
                <Holidays span={span} />
              </th>
              <td data-label="All">
                <span className="cell-bar">
                  <span className="year-number">
                    <Many span={span} owner={null} pages={span.pages} whose="" onShow={onShow} />
                  </span>
                  <span
                    className={span.id === 'late' ? 'year-late' : 'year-bar'}
                    style={{ width: `${(span.pages.length / most) * 160}px` }}
                    aria-hidden="true"
                  />
                </span>
              </td>
              {owners.map(owner => (
                <td key={owner} data-label={ownerWords(owner, nameOf)}>
                  <Many
                    span={span}
                    owner={owner}
                    pages={span.pages.filter(page => page.owner === owner)}
                    whose={`, ${ownerWords(owner, nameOf)}`}
                    onShow={onShow}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ownerWords(owner: string, nameOf: (email: string) => string): string {
  return owner === '' ? 'Nobody yet' : nameOf(owner)
}

function Holidays({ span: { holidays } }: { span: Span<PageRow> }) {
  return holidays.map(({ name, from, to }) => (
    <p key={`${name} ${from}`} className="soft">
      {name}, {dayInWords(from)} to {dayInWords(to)}
    </p>
  ))
}

interface ManyProps {
  span: Span<PageRow>
  owner: string | null
  pages: readonly PageRow[]
  /** Said to a screen reader after the month: whose. */
  whose: string
  onShow: (cell: YearCell) => void
}

function Many({ span, owner, pages, whose, onShow }: ManyProps) {
  if (pages.length === 0) return <span className="soft">0</span>
  return (
    <Button className="cell-button" onPress={() => onShow({ span: span.id, owner })}>
      {pages.length}
      <span className="unseen">
        {' '}
        {pages.length === 1 ? 'page' : 'pages'}, {spanWords(span)}
        {whose}
      </span>
    </Button>
  )
}
