import { useQuery } from '@tanstack/react-query'
import type { PageId } from '../../../shared/content/index.ts'
import { useAct } from '../../activity/use-act.ts'
import { places, reviewPlace } from '../../app/places.ts'
import { api, orpc } from '../../connection/api.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { sayRefusal } from '../../ui/toasts.tsx'
import type { PageSession } from '../session/page-session.ts'
import { stateOnScreen } from '../session/saving-words.ts'
import { useSessionView } from '../session/use-session.ts'
import { nextStepOf } from './next-step-of.ts'

interface NextStepProps {
  session: PageSession
  readOnly: boolean
  onReview: () => void
}

/** Nothing on the page is the place for a refusal. */
async function takeBackOrSay(input: { id: PageId }) {
  const answer = await api.review.takeBack(input)
  sayRefusal(answer)
  return answer
}

/** What this person can do next with these words: ask for a review, review them, take the asking back, or publish. */
export function NextStep({ session, readOnly, onReview }: NextStepProps) {
  const state = useSessionView(session, stateOnScreen)
  const waits = state === 'ready-for-review'
  const waiting = useQuery(orpc.review.waiting.queryOptions({ enabled: waits })).data
  const takeBack = useAct(takeBackOrSay)
  const step = nextStepOf(state, waiting?.find(({ id }) => id === session.id) ?? null)

  async function goBack() {
    const done = await takeBack.run({ id: session.id })
    if (done !== null) await takeBack.sayDone('This page waits for nobody any more.')
    void session.changedElsewhere()
  }

  switch (step) {
    case 'ask':
    case 'ask-again':
      return (
        <Button kind={step === 'ask' ? 'main' : 'plain'} isDisabled={readOnly} onPress={onReview}>
          Ready for review
        </Button>
      )
    case 'review':
      return (
        <LinkButton kind="main" href={reviewPlace(session.id)}>
          Review it
        </LinkButton>
      )
    case 'take-back':
      return (
        <Button isDisabled={readOnly} busy={takeBack.busy} onPress={() => void goBack()}>
          Take it back
        </Button>
      )
    case 'publish':
      return (
        <LinkButton kind="main" href={places.live}>
          Go and publish
        </LinkButton>
      )
    case null:
      return null
  }
}
