import { useQuery } from '@tanstack/react-query'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { OutsideLink } from '../ui/link.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { BeforeSheet } from './before-sheet.tsx'
import { HeldBackSheet } from './held-back-sheet.tsx'
import { liveWords } from './live-words.ts'
import { OutcomeNotice } from './outcome-notice.tsx'
import { ReadySheet } from './ready-sheet.tsx'
import './live.css'

/** What families see, what the next publish will change, what is held back and why, and the way back. */
export function LivePlace() {
  const { config } = useOpened()
  const state = useQuery(orpc.live.state.queryOptions())
  const plan = useQuery(orpc.live.plan.queryOptions())
  const verify = useRequest(api.live.verify)
  const now = useNow()
  const words = state.data && liveWords(state.data, now)
  const checkable = state.data !== undefined && state.data.kind !== 'never' && state.data.kind !== 'building'
  return (
    <Place
      title="Live site"
      lead={
        words && (
          <p>
            {words.sentence}{' '}
            {config.publish.url !== '' && <OutsideLink href={config.publish.url}>Open the site</OutsideLink>}
          </p>
        )
      }
      actions={
        checkable && (
          <Button busy={verify.busy} onPress={() => void verify.run(undefined)}>
            Look at the web again
          </Button>
        )
      }
    >
      <RefusalNotice refusal={verify.refusal} />
      {state.data && <OutcomeNotice state={state.data} />}
      <Answer query={plan} reading="Looking at what would change">
        {found => (
          <>
            <ReadySheet plan={found} remaking={plan.isFetching} state={state.data ?? { kind: 'never' }} />
            <HeldBackSheet heldBack={found.heldBack} />
          </>
        )}
      </Answer>
      <BeforeSheet />
    </Place>
  )
}
