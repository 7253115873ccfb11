import { useNow } from '../state/use-now.ts'
import { firstName } from '../words/counts.ts'
import { calendarDay, dayOf } from '../words/dates.ts'

interface DismissedWordsProps {
  reason: string
  by: { name: string }
  at: string
  until: string | null
}

/** “Priya, today: “It is the name of the group.” Until 22 November 2027.” */
export function DismissedWords({ reason, by, at, until }: DismissedWordsProps) {
  const now = useNow()
  return (
    <p className="soft">
      {firstName(by.name)}, {dayOf(at, now)}: “{reason}”{' '}
      {until === null ? 'For as long as these words stay.' : `Until ${calendarDay(until, now)}.`}
    </p>
  )
}
