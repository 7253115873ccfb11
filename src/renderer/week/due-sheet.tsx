import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { pagePlace } from '../app/places.ts'
import { useCommandHandler } from '../commands/index.ts'
import type { DueRow, Week } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { firstName } from '../words/counts.ts'
import { calendarDay, dueIn } from '../words/dates.ts'
import { dueFor } from './due-for.ts'

/** Pages whose truth has to be looked at, oldest first. “Still accurate” is one press and its own event. */
export function DueSheet({ week, mine }: { week: Week; mine: string | null }) {
  const { rows, others } = dueFor(week, mine)
  const accurate = useAct(api.review.stillAccurate)
  const now = useNow()

  async function stillAccurate({ id, title }: DueRow) {
    const done = await accurate.run({ id })
    if (done === null) return
    void accurate.sayDone(
      done.due === null
        ? `“${title}” is checked.`
        : `“${title}” is checked. It comes back on ${calendarDay(done.due, now)}.`,
    )
  }

  const note = rows.length === 0 ? undefined : `${rows.length}, oldest first`
  return (
    <Sheet title="Check that these are still true" {...(note && { note })}>
      <RefusalNotice refusal={accurate.refusal} />
      {rows.length === 0 ? (
        <Empty icon={BadgeCheck} title="Nothing is due" level={3}>
          {others === 0 ? 'Every page was checked in time.' : 'Nothing of yours. Colleagues have some: see Everyone’s.'}
        </Empty>
      ) : (
        <Rows>
          {rows.map(row => (
            <DueLine key={row.id} row={row} onAccurate={() => void stillAccurate(row)} busy={accurate.busy} />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

interface DueLineProps {
  row: DueRow
  busy: boolean
  onAccurate: () => void
}

function DueLine({ row, busy, onAccurate }: DueLineProps) {
  const { me, readOnly } = useOpened()
  const nameOf = useNameOf()
  const [here, setHere] = useState(false)
  useCommandHandler('still-accurate', onAccurate, here && readOnly === null)
  const owner =
    row.owner === ''
      ? 'Nobody looks after it yet.'
      : row.owner === me?.email
        ? ''
        : `${firstName(nameOf(row.owner))} looks after it.`
  return (
    <Row
      chip={<Chip tone={row.days < 0 ? 'stop' : row.days < 2 ? 'warn' : 'plain'}>{dueIn(row.due, row.days)}</Chip>}
      title={row.title}
      onFocusWithin={setHere}
      href={pagePlace(row.id)}
      actions={
        <>
          <Button size="small" about={row.title} isDisabled={readOnly !== null} busy={busy} onPress={onAccurate}>
            Still accurate
          </Button>
          <LinkButton size="small" kind="bare" href={pagePlace(row.id)} about={row.title}>
            Open
          </LinkButton>
        </>
      }
    >
      {[row.reason, owner].filter(Boolean).join(' ')}
    </Row>
  )
}
