import { useQuery } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import { places, reviewPlace } from '../app/places.ts'
import type { Waiting } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { useNameOf, useSectionTitle } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count, firstName } from '../words/counts.ts'
import { dayOf } from '../words/dates.ts'
import { AnswerButtons } from './answer-buttons.tsx'

/** What waits for somebody's review: first what this person may decide, then what colleagues have to. */
export function WaitingPlace() {
  const waiting = useQuery(orpc.review.waiting.queryOptions())
  return (
    <Place title="Review" lead="Read as families will, say what would help, and decide." actions={<AnswerButtons />}>
      <Answer query={waiting} reading="Reading what waits">
        {list => <WaitingSheets list={list} />}
      </Answer>
    </Place>
  )
}

function WaitingSheets({ list }: { list: readonly Waiting[] }) {
  const mine = list.filter(({ mayNotDecide }) => mayNotDecide === null)
  const others = list.filter(({ mayNotDecide }) => mayNotDecide !== null)
  return (
    <>
      <Sheet title="Waiting for you" {...(mine.length > 0 && { note: String(mine.length) })}>
        {mine.length === 0 ? (
          <Empty
            icon={MessageSquare}
            title="Nothing waits for you"
            level={3}
            actions={<LinkButton href={places.week}>This week</LinkButton>}
          >
            When a colleague presses “Ready for review”, the page appears here.
          </Empty>
        ) : (
          <WaitingRows list={mine} />
        )}
      </Sheet>
      {others.length > 0 && (
        <Sheet title="Waiting for a colleague" note={String(others.length)}>
          <WaitingRows list={others} />
        </Sheet>
      )}
    </>
  )
}

function WaitingRows({ list }: { list: readonly Waiting[] }) {
  const now = useNow()
  const sectionTitle = useSectionTitle()
  const nameOf = useNameOf()
  return (
    <Rows>
      {list.map(({ id, title, section, askedBy, askedAt, comments, mayNotDecide, urgent }) => (
        <Row
          key={id}
          chip={<Chip tone={urgent ? 'stop' : 'accent'}>{urgent ? 'Already live' : 'To review'}</Chip>}
          title={title}
          href={reviewPlace(id)}
          actions={
            <LinkButton size="small" href={reviewPlace(id)} about={title}>
              {mayNotDecide === null ? 'Review' : 'Read'}
            </LinkButton>
          }
        >
          {sectionTitle(section)}. {firstName(nameOf(askedBy))} asked {dayOf(askedAt, now)}.{' '}
          {comments > 0 && `${count(comments, 'comment')}. `}
          {mayNotDecide}
        </Row>
      ))}
    </Rows>
  )
}
