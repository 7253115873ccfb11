import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarCheck, CalendarRange, FilePlus } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import type { WeekFilter } from '../../shared/contract/index.ts'
import { canWait, needsYou } from '../../shared/review/needs-you.ts'
import type { Person } from '../../shared/review/records.ts'
import { openDialog } from '../app/dialogs.ts'
import { places } from '../app/places.ts'
import type { Week } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { count, firstName, opening } from '../words/counts.ts'
import { fullDay } from '../words/dates.ts'
import { LineSheet } from './line-sheet.tsx'
import { groupsOf } from './needs.ts'
import { SaveCalendar } from './save-calendar.tsx'
import { WeekFilters } from './week-filters.tsx'
import { narrowLines, weekSearch } from './week-search.ts'
import { WeekViews } from './week-views.tsx'
import './week.css'

/** The first screen: what is due, what waits, what is open; each thing with the button that answers it. */
export function WeekPlace() {
  const { me } = useOpened()
  const week = useQuery(orpc.week.get.queryOptions())
  const filter = weekSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const narrow = (next: WeekFilter) => void navigate({ to: places.week, search: next, replace: true })
  const everyone = filter.owner === 'everyone'
  return (
    <Place
      title="This week"
      lead={week.data && greeting(week.data, me)}
      actions={
        <>
          <LinkButton icon={CalendarRange} href={places.year}>
            The year ahead
          </LinkButton>
          <SaveCalendar mine={me !== null && filter.owner === undefined} />
          {me && (
            <Button
              onPress={() => narrow({ ...filter, owner: everyone ? undefined : 'everyone' })}
              aria-pressed={everyone}
            >
              {everyone ? 'Only mine' : 'Everyone’s'}
            </Button>
          )}
        </>
      }
    >
      <Answer query={week} reading="Reading the week">
        {data => <WeekList week={data} filter={filter} onNarrow={narrow} />}
      </Answer>
    </Place>
  )
}

function greeting(week: Week, me: Person | null): string {
  const things = needsYou(week)
  const who = me === null ? '' : ` You are ${firstName(me.name)}.`
  const waits =
    things === 0 ? 'Nothing waits for you.' : `${opening(things)} ${things === 1 ? 'thing needs' : 'things need'} you.`
  const others = canWait(week)
  const rest = others === 0 ? '' : ` ${opening(others)} more on your list can wait: put off, or a gap of the checklist.`
  return `${fullDay(week.today)}.${who} ${waits}${rest}`
}

interface WeekListProps {
  week: Week
  filter: WeekFilter
  onNarrow: (filter: WeekFilter) => void
}

/** Whatever is pressed in it may be gone then, and its whole sheet too: the list stays, and has the focus next. */
function WeekList(props: WeekListProps) {
  const list = useRef<HTMLElement>(null)
  const keepFocus = useKeptFocus(list)
  return (
    <section aria-label="The week’s list" ref={list} tabIndex={-1} {...keepFocus}>
      <WeekSheets {...props} list={list} />
    </section>
  )
}

function WeekSheets({ week, filter, onNarrow, list }: WeekListProps & { list: RefObject<HTMLElement | null> }) {
  const pages = useQuery(orpc.pages.list.queryOptions()).data
  if (pages?.length === 0) return <FirstPage />
  if (week.lines.length === 0) return <AllDone />
  const lines = narrowLines(week.lines, filter)
  const groups = groupsOf({ ...week, lines })
  return (
    <>
      <section className="sheet" aria-label="What is shown">
        <WeekFilters week={week} filter={filter} onChange={onNarrow} />
        <WeekViews filter={filter} onShow={onNarrow} list={list} />
      </section>
      {groups.map(group => (
        <LineSheet key={group.heading} group={group} />
      ))}
      {lines.length === 0 && (
        <div className="sheet">
          <Empty
            icon={CalendarCheck}
            title="Nothing here needs you"
            actions={<Button onPress={() => onNarrow({ owner: 'everyone' })}>Everyone’s</Button>}
          >
            {count(week.lines.length, 'thing')} for others, or of another kind.
          </Empty>
        </div>
      )}
    </>
  )
}

function AllDone() {
  return (
    <div className="sheet">
      <Empty icon={CalendarCheck} title="All done" actions={<LinkButton href={places.pages}>See all pages</LinkButton>}>
        No page is due, nobody waits for your review, and everything approved is live. A good day to look for a page
        that could be shorter.
      </Empty>
    </div>
  )
}

/** A workspace that was just started: what to do first. */
function FirstPage() {
  return (
    <div className="sheet">
      <Empty
        icon={FilePlus}
        title="Write your first page"
        actions={
          <>
            <Button kind="main" icon={FilePlus} onPress={() => openDialog('new-page')}>
              New page
            </Button>
            <LinkButton href={places.settings}>Sections, team and publishing</LinkButton>
          </>
        }
      >
        Start with what families ask most. From then on this place shows what is due, what waits for you, and which
        parts of the checklists no page answers yet.
      </Empty>
    </div>
  )
}
