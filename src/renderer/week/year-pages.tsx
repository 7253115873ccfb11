import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import type { Year } from '../../shared/review/year.ts'
import { pagePlace } from '../app/places.ts'
import { useNameOf, useSectionTitle } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { calendarDay, daysUntil, dueIn } from '../words/dates.ts'
import { ownerWords, type YearCell } from './year-table.tsx'
import { spanWords } from './year-words.ts'

/** A screenful or two. */
const atOnce = 30

/** The pages behind one number. */
export function YearPages({ year, cell }: { year: Year<PageRow>; cell: YearCell }) {
  const nameOf = useNameOf()
  const [shown, setShown] = useState(atOnce)
  const all = year.spans.find(({ id }) => id === cell.span)?.pages ?? []
  const pages = cell.owner === null ? all : all.filter(({ owner }) => owner === cell.owner)
  const more = pages.length - shown
  const when = spanWords({ id: cell.span })
  const title = cell.owner === null ? when : `${when}: ${ownerWords(cell.owner, nameOf)}`
  return (
    <Sheet
      title={title}
      note={count(pages.length, 'page')}
      foot={
        more > 0 && (
          <Button size="small" onPress={() => setShown(shown + atOnce)}>
            {`Show ${Math.min(more, atOnce)} more of ${more}`}
          </Button>
        )
      }
    >
      <Rows label={title}>
        {pages.slice(0, shown).map(page => (
          <YearRow key={page.id} page={page} />
        ))}
      </Rows>
    </Sheet>
  )
}

function YearRow({ page: { id, kind, title, section, owner, reviewDue } }: { page: PageRow }) {
  const nameOf = useNameOf()
  const sectionTitle = useSectionTitle()
  const now = useNow()
  const days = reviewDue === null ? 0 : daysUntil(reviewDue, now)
  const where = kind === 'service' ? 'Service' : sectionTitle(section)
  return (
    <Row
      chip={<Chip tone={days < 0 ? 'stop' : 'plain'}>{reviewDue === null ? 'No date' : dueIn(reviewDue, days)}</Chip>}
      title={title}
      href={pagePlace(id)}
    >
      {where}. {owner === '' ? 'Nobody looks after it yet.' : `${nameOf(owner)} looks after it.`}
      {reviewDue !== null && ` Review date: ${calendarDay(reviewDue, now)}.`}
    </Row>
  )
}
