import { CalendarCheck } from 'lucide-react'
import { pagePlace, places, reviewPlace } from '../app/places.ts'
import type { Week } from '../connection/answers.ts'
import { useNow } from '../state/use-now.ts'
import { LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count, firstName } from '../words/counts.ts'
import { dayOf } from '../words/dates.ts'
import { forMe } from './needs.ts'

/** What waits for an answer of this person: choices, changes asked, reviews, and what can be published. */
export function WaitingSheet({ week }: { week: Week }) {
  const now = useNow()
  const reviews = forMe(week.waiting)
  const many =
    week.choices.length + week.asked.length + week.although.length + reviews.length + (week.readyToPublish > 0 ? 1 : 0)
  return (
    <Sheet title="Waiting for you" {...(many > 0 && { note: String(many) })}>
      {many === 0 ? (
        <Empty icon={CalendarCheck} title="Nothing waits" level={3}>
          Nobody asked for a review or a change, and nothing is ready to publish.
        </Empty>
      ) : (
        <Rows>
          {week.choices.map(choice => (
            <Row
              key={choice.id}
              chip={<Chip tone="warn">Choose</Chip>}
              title={choice.title}
              href={places.choose}
              actions={
                <LinkButton size="small" href={places.choose} about={`for ${choice.title}`}>
                  Choose
                </LinkButton>
              }
            >
              {choiceWords(choice, firstName(choice.with))}
            </Row>
          ))}
          {week.asked.map(asked => (
            <Row
              key={asked.id}
              chip={<Chip tone="warn">Changes asked</Chip>}
              title={asked.title}
              href={pagePlace(asked.id)}
              actions={
                <LinkButton size="small" href={reviewPlace(asked.id)} about={`on ${asked.title}`}>
                  See comments
                </LinkButton>
              }
            >
              {firstName(asked.by)}, {dayOf(asked.at, now)}
              {asked.text && `: “${asked.text}”`}
            </Row>
          ))}
          {week.although.map(each => (
            <Row
              key={each.record}
              chip={<Chip tone="stop">Goes live although</Chip>}
              title={each.title}
              href={pagePlace(each.id)}
              actions={
                <LinkButton size="small" href={pagePlace(each.id)} about={`${each.title}: ${each.problems[0] ?? ''}`}>
                  Mend it
                </LinkButton>
              }
            >
              {each.problems.join(' ')} {firstName(each.by)}, {dayOf(each.at, now)}: “{each.reason}”
            </Row>
          ))}
          {reviews.map(waiting => (
            <Row
              key={waiting.id}
              chip={<Chip tone={waiting.urgent ? 'stop' : 'accent'}>{waiting.urgent ? 'Already live' : 'Review'}</Chip>}
              title={waiting.title}
              href={reviewPlace(waiting.id)}
              actions={
                <LinkButton size="small" href={reviewPlace(waiting.id)} about={waiting.title}>
                  Review
                </LinkButton>
              }
            >
              {firstName(waiting.askedBy)} asked {dayOf(waiting.askedAt, now)}.
            </Row>
          ))}
          {week.readyToPublish > 0 && (
            <Row
              chip={<Chip tone="good">Approved</Chip>}
              title={`${count(week.readyToPublish, 'page')} ready to publish`}
              href={places.live}
              actions={
                <LinkButton size="small" href={places.live}>
                  See what will change
                </LinkButton>
              }
            >
              {week.heldBack > 0
                ? `${count(week.heldBack, 'page')} held back, each with its reason.`
                : 'Nothing is held back.'}
            </Row>
          )}
        </Rows>
      )}
    </Sheet>
  )
}

/** Why a choice waits: the same words, a whole page or picture, or an undo. */
function choiceWords({ field, undoing }: Week['choices'][number], them: string): string {
  if (undoing) return `You were undoing something here that ${them} changed since. Nothing is undone until you choose.`
  return field === 'file'
    ? `What you and ${them} did with it cannot both be. Nothing is lost.`
    : `You and ${them} both changed the same words. Both are kept.`
}
