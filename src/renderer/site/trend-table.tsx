import { useQuery } from '@tanstack/react-query'
import type { SiteReport, TrendPoint } from '../../shared/contract/index.ts'
import { orpc } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { calendarDay } from '../words/dates.ts'

const columns = [
  { key: 'errors', label: 'Stop publishing', share: 'trend-stop' },
  { key: 'warnings', label: 'Harder to use', share: 'trend-warn' },
  { key: 'notices', label: 'Worth knowing', share: 'trend-plain' },
] as const

/** How many problems there were, week by week: numbers first, with a bar for the eye. */
export function TrendTable({ now }: { now: Pick<SiteReport, 'found' | 'pages'> }) {
  const trend = useQuery(orpc.site.trend.queryOptions())
  return (
    <Answer query={trend} reading="Reading the versions of the last weeks">
      {points => (points.length === 0 ? <NoTrend /> : <Points points={points} now={now} />)}
    </Answer>
  )
}

function NoTrend() {
  return (
    <Sheet title="Week by week">
      <p className="sheet-words">There is no version that is a week old yet. Look again in a week.</p>
    </Sheet>
  )
}

function Points({ points, now }: { points: readonly TrendPoint[]; now: Pick<SiteReport, 'found' | 'pages'> }) {
  const today = useNow()
  const rows = [
    { key: 'now', name: 'Now', ...now },
    ...points.toReversed().map(point => ({ key: point.day, name: calendarDay(point.day, today), ...point })),
  ]
  const most = Math.max(1, ...rows.flatMap(({ found }) => columns.map(({ key }) => found[key])))
  return (
    <div className="sheet">
      <table className="grid-table site-table">
        <caption>
          Week by week
          <span className="soft caption-note">
            The words of each week, measured by the checks of today. What stands between pages is not in it.
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Pages</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key: day, name, found, pages }) => (
            <tr key={day}>
              <th scope="row">{name}</th>
              {columns.map(({ key, label, share }) => (
                <td key={key} data-label={label}>
                  <span className="cell-bar">
                    <span className="trend-number">{found[key]}</span>
                    <span className={share} style={{ width: `${(found[key] / most) * 72}px` }} aria-hidden="true" />
                  </span>
                </td>
              ))}
              <td data-label="Pages">{pages}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
