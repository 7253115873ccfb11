import { type IsoDate, isoDateSchema } from '../../../shared/content/index.ts'
import { calendarFor, reviewedEvery } from '../../../shared/review/index.ts'
import { useOpened } from '../../connection/session.ts'
import { useNow } from '../../state/use-now.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select.tsx'
import { calendarDay } from '../../words/dates.ts'
import { asTheTeamDoes, chosenInterval, intervalOptions } from '../../words/intervals.ts'
import { withReview } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

/** How often the page has to be checked for truth, and when next. */
export function ReviewFields({ session, readOnly }: { session: PageSession; readOnly: boolean }) {
  const fields = useSessionView(session, view => view.entry.fields)
  const { review } = fields
  const lastChecked = useSessionView(session, view => view.lastChecked)
  const { config } = useOpened()
  const now = useNow()
  const every = review.every ?? asTheTeamDoes
  return (
    <>
      <SelectField
        label="Review every"
        value={every}
        onChange={value =>
          session.setEntry(entry =>
            withReview(
              entry,
              reviewedEvery(fields, chosenInterval(value), { today: today(now), calendar: calendarFor(config) }),
            ),
          )
        }
        options={intervalOptions(config.review.every, every)}
      />
      <DateField
        label="Next review due"
        near="ahead"
        isReadOnly={readOnly}
        value={review.due ?? ''}
        onDay={due => session.setEntry(entry => withReview(entry, { ...review, due }))}
        help={
          lastChecked === null ? 'It has not been reviewed yet.' : `Last reviewed ${calendarDay(lastChecked, now)}.`
        }
      />
    </>
  )
}

function today(now: Date): IsoDate {
  return isoDateSchema.parse(now.toISOString().slice(0, 10))
}
