import { useState } from 'react'
import type { Act, ActKind } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { historyPlace, pagePlace, places } from '../app/places.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row } from '../ui/sheet.tsx'
import { count, listed } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { doAgain, undoAct } from './undo.ts'

const kindWords: Readonly<Record<ActKind, string>> = {
  page: 'Page',
  review: 'Review',
  media: 'File',
  families: 'Families',
  checklists: 'Checklist',
  reports: 'Report',
  settings: 'Settings',
  publish: 'Live site',
  several: 'Several',
}

/** One thing that somebody did: who, when and with what, and the way back. */
export function ActRow({ act }: { act: Act }) {
  const { readOnly } = useOpened()
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { undo } = act
  const page = act.about.find(({ id }) => id !== null)?.id ?? null

  async function turn() {
    setBusy(true)
    setRefusal(undo.kind === 'undone' ? await doAgain(undo.by) : await undoAct(act.act))
    setBusy(false)
  }

  return (
    <Row
      chip={<Chip>{kindWords[act.kind]}</Chip>}
      title={act.sentence}
      {...(page !== null && act.more === 0 && act.about.length === 1 && { href: pagePlace(page) })}
      actions={
        undo.kind === 'publish' ? (
          <LinkButton size="small" href={places.live} about={`for what ${act.by.name} published`}>
            Earlier sites
          </LinkButton>
        ) : undo.kind === 'never' ? null : (
          <>
            {undo.kind === 'undone' && <Chip tone="warn">Undone</Chip>}
            <Button
              size="small"
              about={act.sentence}
              isDisabled={readOnly !== null}
              busy={busy}
              onPress={() => void turn()}
            >
              {undo.kind === 'undone' ? 'Do it again' : 'Undo this'}
            </Button>
          </>
        )
      }
    >
      {act.by.name}, {dayAndTime(act.at, now)}
      {act.kind === 'several' && act.about.length > 0 && <> · {namesOf(act)}</>}
      {undo.kind === 'never' && <> · {undo.sentence}</>}
      <RefusalNotice refusal={refusal} actions={refusal && <WayOn refusal={refusal} page={page} />} />
    </Row>
  )
}

/** “Travel to school, Benefits and 12 others”. */
function namesOf({ about, more }: Act): string {
  const names = about.map(({ title }) => title)
  return more === 0 ? listed(names, names.length) : `${names.join(', ')} and ${count(more, 'other')}`
}

/** Where the next step of the sentence can be taken. */
function WayOn({ refusal, page }: { refusal: Refusal; page: string | null }) {
  if (refusal.code === 'deleted-since')
    return (
      <LinkButton size="small" href={places.bin}>
        Recently deleted
      </LinkButton>
    )
  if (page === null || refusal.code !== 'changed-since') return null
  return (
    <LinkButton size="small" href={historyPlace(page)}>
      History of the page
    </LinkButton>
  )
}
