import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { type Year, yearOf } from '../../shared/review/year.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Place } from '../ui/place.tsx'
import { useTakenThere } from '../ui/use-taken-there.ts'
import { count, opening } from '../words/counts.ts'
import { YearPages } from './year-pages.tsx'
import { type YearCell, YearTable } from './year-table.tsx'

/** How many reviews fall in each month of the year ahead, and on whom. */
export function YearPlace() {
  const { config } = useOpened()
  const rows = useQuery(orpc.pages.list.queryOptions())
  const today = useQuery(orpc.week.get.queryOptions({ select: week => week.today }))
  const year = rows.data && today.data && yearOf(rows.data, today.data, config.review.holidays)
  return (
    <Place
      title="The year ahead"
      crumbs={<PlaceLink href={places.week}>This week</PlaceLink>}
      lead={year && inShort(year)}
    >
      <Answer query={today} reading="Reading the week">
        {() => (
          <Answer query={rows} reading="Reading the pages">
            {() => year && <YearSheets year={year} />}
          </Answer>
        )}
      </Answer>
    </Place>
  )
}

function inShort({ spans }: Year<PageRow>): string {
  const many = (id: string) => spans.find(span => span.id === id)?.pages.length ?? 0
  const late = many('late')
  const without = many('none')
  return `${opening(late)} ${late === 1 ? 'review is' : 'reviews are'} late. ${
    without === 0 ? 'Every page has a review date.' : `${count(without, 'page')} without a review date.`
  }`
}

function YearSheets({ year }: { year: Year<PageRow> }) {
  const [cell, setCell] = useState<YearCell | null>(null)
  const [there, takeThere] = useTakenThere()
  const show = (wanted: YearCell) => {
    setCell(wanted)
    takeThere()
  }
  return (
    <>
      <YearTable year={year} onShow={show} />
      <div ref={there} className="gap">
        {cell && <YearPages key={`${cell.span} ${cell.owner}`} year={year} cell={cell} />}
      </div>
    </>
  )
}
