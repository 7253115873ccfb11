import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { useCommandHandler } from '../commands/index.ts'
import type { WeekAct, WeekLine } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row } from '../ui/sheet.tsx'
import { firstName } from '../words/counts.ts'
import { calendarDay, dueIn } from '../words/dates.ts'
import { addressOf } from './goals.ts'

/** One thing and what can be done about it where it stands. */
export function WeekRow({ line }: { line: WeekLine }) {
  const { me } = useOpened()
  const nameOf = useNameOf()
  const acts = useLineActs(line)
  const [here, setHere] = useState(false)
  useCommandHandler('still-accurate', acts.stillAccurate, here && line.acts.some(({ act }) => act === 'still-accurate'))
  return (
    <Row
      chip={
        <Chip tone={line.chip.tone}>{line.due === null ? line.chip.words : dueIn(line.due.on, line.due.days)}</Chip>
      }
      title={line.title}
      onFocusWithin={setHere}
      href={addressOf(line.to)}
      actions={line.acts.map((act, at) => (
        <ActButton key={actKey(act)} act={act} line={line} acts={acts} first={at === 0} />
      ))}
    >
      {[line.sentence, ownerWords(line, me?.email ?? null, nameOf)].filter(Boolean).join(' ')}
      <RefusalNotice refusal={acts.refusal} />
    </Row>
  )
}

function ownerWords({ page, owner, due }: WeekLine, me: string | null, nameOf: (email: string) => string): string {
  // A review or a choice is asked of a person, whoever looks after the page.
  if (page === null || due === null || owner === me) return ''
  return owner === '' ? 'Nobody looks after it yet.' : `${firstName(nameOf(owner))} looks after it.`
}

const actKey = (act: WeekAct) => (act.act === 'go' ? `${act.label} ${act.to.place}` : act.act)

type LineActs = ReturnType<typeof useLineActs>

function useLineActs({ page, title }: WeekLine) {
  const { readOnly } = useOpened()
  const now = useNow()
  const accurate = useAct(api.review.stillAccurate)
  const ask = useAct(api.review.ask)

  async function stillAccurate() {
    const done = page === null ? null : await accurate.run({ id: page })
    if (done === null) return
    void accurate.sayDone(
      done.due === null
        ? `“${title}” is checked.`
        : `“${title}” is checked. It comes back on ${calendarDay(done.due, now)}.`,
    )
  }

  async function askReview() {
    const done = page === null ? null : await ask.run({ id: page })
    if (done !== null) void ask.sayDone(`“${title}” waits for a review.`)
  }

  return {
    can: readOnly === null,
    busy: accurate.busy || ask.busy,
    refusal: accurate.refusal ?? ask.refusal,
    stillAccurate: () => void stillAccurate(),
    askReview: () => void askReview(),
  }
}

interface ActButtonProps {
  act: WeekAct
  line: WeekLine
  acts: LineActs
  /** The first is what the line asks for; the others stand beside it, quieter. */
  first: boolean
}

function ActButton({ act, line: { title }, acts, first }: ActButtonProps) {
  const kind = first ? 'plain' : 'bare'
  const press = { size: 'small', kind, about: title, isDisabled: !acts.can, busy: acts.busy } as const
  switch (act.act) {
    case 'still-accurate':
      return (
        <Button {...press} onPress={acts.stillAccurate}>
          Still accurate
        </Button>
      )
    case 'ask-review':
      return (
        <Button {...press} onPress={acts.askReview}>
          Ready for review
        </Button>
      )
    case 'go':
      return (
        <LinkButton size="small" kind={kind} href={addressOf(act.to)} about={title}>
          {act.label}
        </LinkButton>
      )
  }
}
