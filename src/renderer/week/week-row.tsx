import { useState } from 'react'
import { useCommandHandler } from '../commands/index.ts'
import type { WeekAct, WeekLine } from '../connection/answers.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row } from '../ui/sheet.tsx'
import { dueIn } from '../words/dates.ts'
import { putOffWords } from '../words/put-off.ts'
import { ActButton } from './act-button.tsx'
import { addressOf } from './goals.ts'
import { ownerWords } from './owner-words.ts'
import { PutOffDialog } from './put-off-dialog.tsx'
import { useLineActs } from './use-line-acts.ts'

/** One thing and what can be done about it where it stands. */
export function WeekRow({ line }: { line: WeekLine }) {
  const { me } = useOpened()
  const nameOf = useNameOf()
  const now = useNow()
  const acts = useLineActs(line)
  const [here, setHere] = useState(false)
  const canBeChecked = acts.can && line.acts.some(({ act }) => act === 'still-accurate')
  useCommandHandler('still-accurate', acts.stillAccurate, here && canBeChecked)
  const words = [line.sentence, ownerWords(line, me?.email ?? null, nameOf), putOffWords(line.putOff, now)]
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
      {words.filter(Boolean).join(' ')}
      <RefusalNotice refusal={acts.refusal} />
      <PutOffDialog line={line} isOpen={acts.askingWhy} onClose={() => acts.setAskingWhy(false)} />
    </Row>
  )
}

const actKey = (act: WeekAct) => (act.act === 'go' ? `${act.label} ${act.to.place}` : act.act)
