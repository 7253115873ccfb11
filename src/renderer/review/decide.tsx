import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { places } from '../app/places.ts'
import { useCommandHandler } from '../commands/index.ts'
import type { ReviewView } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { goodToGo } from './good-to-go.ts'
import { NeedsChangesDialog } from './needs-changes-dialog.tsx'

/** The decision on exactly these words; or the sentence that says why it is somebody else's. */
export function Decide({ view }: { view: ReviewView }) {
  const { readOnly } = useOpened()
  const { history } = useRouter()
  const [asking, setAsking] = useState(false)
  const decide = useAct(api.review.decide)
  const why = readOnly ?? view.mayNotDecide
  const mayDecide = view.askedBy !== null && why === null

  async function send(decision: 'good' | 'needs-changes', note: string): Promise<boolean> {
    const done = await decide.run({ id: view.id, hash: view.hash, decision, note })
    if (done === null) return false
    void decide.sayDone(decision === 'good' ? goodToGo(view) : `“${view.title}” goes back with your comments.`)
    history.push(places.review)
    return true
  }

  useCommandHandler('good-to-publish', () => void send('good', ''), mayDecide)
  useCommandHandler('needs-changes', () => setAsking(true), mayDecide)

  if (view.askedBy === null) return null
  if (why !== null) return <p className="decide-why">{why}</p>
  return (
    <>
      <Button onPress={() => setAsking(true)}>Needs changes</Button>
      <Button kind="main" busy={decide.busy} onPress={() => void send('good', '')}>
        Good to publish
      </Button>
      {!asking && <RefusalNotice refusal={decide.refusal} />}
      <NeedsChangesDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        view={view}
        busy={decide.busy}
        refusal={decide.refusal}
        onSend={async note => {
          if (await send('needs-changes', note)) setAsking(false)
        }}
      />
    </>
  )
}
