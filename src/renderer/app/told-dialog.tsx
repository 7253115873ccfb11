import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Told } from '../../shared/merge/told.ts'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import './told.css'
import { useWaitingTold } from './use-told.ts'

/** What led here is gone when all of it is said: the place takes the focus then. */
const heading = {
  get current() {
    return document.querySelector<HTMLElement>('main h1')
  },
}

/** What putting two people's work together settled without asking: both values, and the way to have one's own back. */
export function ToldDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const waiting = useWaitingTold()
  const isDone = isOpen && waiting.length === 0
  useEffect(() => {
    if (isDone) onClose()
  }, [isDone, onClose])
  return (
    <DialogBox
      isOpen={isOpen && !isDone}
      onClose={onClose}
      title="Put together with colleagues"
      width="wide"
      elseTo={heading}
    >
      <ToldList waiting={waiting} />
      <DialogActions>
        <Button onPress={onClose}>Look again later</Button>
      </DialogActions>
    </DialogBox>
  )
}

function ToldList({ waiting }: { waiting: readonly Told[] }) {
  const lead = useRef<HTMLParagraphElement>(null)
  const keepFocus = useKeptFocus(lead)
  return (
    <div className="dialog-body" {...keepFocus}>
      <p ref={lead} tabIndex={-1}>
        Nobody was asked about this, and nothing is lost. Each stays here until you say which you want.
      </p>
      {waiting.map(told => (
        <ToldCard key={told.id} told={told} />
      ))}
    </div>
  )
}

function ToldCard({ told: { id, sentence, settled } }: { told: Told }) {
  const queries = useQueryClient()
  const mine = useAct(api.told.takeMine)
  const away = useRequest(api.told.putAway)
  const about = settled?.about ?? sentence
  const again = () => queries.invalidateQueries({ queryKey: orpc.told.key() })

  async function takeMine() {
    if ((await mine.run({ id })) === null) return
    void mine.sayDone(`Your words stand now in ${about}.`)
    await again()
  }

  async function putAway() {
    if ((await away.run({ id })) === null) return
    announce(settled === null ? 'Put away.' : 'Theirs stays.')
    await again()
  }

  return (
    <section className="card told" aria-label={about}>
      {settled === null ? (
        <p>{sentence}</p>
      ) : (
        <>
          <h3>You and a colleague both changed {about}</h3>
          {settled.values.map(({ label, mine: yours, theirs }) => (
            <dl key={label} className="told-value">
              <div>
                <dt>{label}: theirs, which stands</dt>
                <dd>{theirs}</dd>
              </div>
              <div>
                <dt>{label}: yours</dt>
                <dd>{yours}</dd>
              </div>
            </dl>
          ))}
        </>
      )}
      <RefusalNotice refusal={mine.refusal ?? away.refusal} />
      <div className="actions">
        {settled !== null && (
          <Button about={`in ${about}`} busy={mine.busy} onPress={() => void takeMine()}>
            Use mine
          </Button>
        )}
        <Button about={settled === null ? `: ${about}` : `in ${about}`} busy={away.busy} onPress={() => void putAway()}>
          {settled === null ? 'Put away' : 'Leave theirs'}
        </Button>
      </div>
    </section>
  )
}
