import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { pagePlace, places } from '../app/places.ts'
import type { HeldBack } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import type { Tone } from '../words/states.ts'
import { AlthoughDialog } from './although-dialog.tsx'
import { UrgentDialog } from './urgent-dialog.tsx'

const whyWords: Readonly<Record<HeldBack['why'], { word: string; tone: Tone }>> = {
  problems: { word: 'Problems', tone: 'stop' },
  'not-reviewed': { word: 'Not reviewed', tone: 'warn' },
  waits: { word: 'Waits for review', tone: 'accent' },
  'changes-asked': { word: 'Changes asked', tone: 'warn' },
  'changed-since-approval': { word: 'Changed since', tone: 'warn' },
  choice: { word: 'Choose', tone: 'warn' },
  'not-checked': { word: 'Not checked', tone: 'warn' },
}

/** Pages that a review would let through; the others need something else first. */
const reviewHelps: ReadonlySet<HeldBack['why']> = new Set(['not-reviewed', 'changed-since-approval', 'waits'])

/** What does not go out with the next publish, each with its reason and the way on. */
export function HeldBackSheet({ heldBack }: { heldBack: readonly HeldBack[] }) {
  const { readOnly } = useOpened()
  const [urgent, setUrgent] = useState<HeldBack | null>(null)
  const [although, setAlthough] = useState<HeldBack | null>(null)
  const ask = useAct(api.review.ask)
  if (heldBack.length === 0) return null

  async function askFor({ id, title }: HeldBack) {
    if ((await ask.run({ id })) !== null) void ask.sayDone(`“${title}” waits for a colleague’s review now.`)
  }

  return (
    <Sheet title="Held back" note={`${heldBack.length}, they do not stop the others`}>
      <RefusalNotice refusal={ask.refusal} />
      <Rows label="Held back">
        {heldBack.map(held => (
          <Row
            key={held.id}
            chip={<Chip tone={whyWords[held.why].tone}>{whyWords[held.why].word}</Chip>}
            title={held.title}
            href={pagePlace(held.id)}
            actions={
              reviewHelps.has(held.why) ? (
                <>
                  {held.why === 'waits' ? (
                    <LinkButton size="small" href={places.review} about={held.title}>
                      See what waits
                    </LinkButton>
                  ) : (
                    <Button
                      size="small"
                      about={held.title}
                      isDisabled={readOnly !== null}
                      busy={ask.busy}
                      onPress={() => void askFor(held)}
                    >
                      Ask for review
                    </Button>
                  )}
                  <Button
                    size="small"
                    kind="bare"
                    about={held.title}
                    isDisabled={readOnly !== null}
                    onPress={() => setUrgent(held)}
                  >
                    Publish urgently…
                  </Button>
                </>
              ) : (
                <>
                  <LinkButton
                    size="small"
                    href={held.why === 'choice' ? places.choose : pagePlace(held.id)}
                    about={held.title}
                  >
                    {held.why === 'choice' ? 'Choose' : 'Open'}
                  </LinkButton>
                  {held.mayGoAlthough.length > 0 && (
                    <Button
                      size="small"
                      kind="bare"
                      about={held.title}
                      isDisabled={readOnly !== null}
                      onPress={() => setAlthough(held)}
                    >
                      Publish all the same…
                    </Button>
                  )}
                </>
              )
            }
          >
            {held.sentence}
          </Row>
        ))}
      </Rows>
      {although && <AlthoughDialog held={although} onClose={() => setAlthough(null)} />}
      {urgent && <UrgentDialog held={urgent} onClose={() => setUrgent(null)} />}
    </Sheet>
  )
}
