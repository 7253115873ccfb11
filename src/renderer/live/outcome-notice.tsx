import type { LiveState } from '../../shared/contract/index.ts'
import { Notice } from '../ui/notice.tsx'

/** How the last publish ended, where that is not simply “live”: what happened, what is still live, what to do. */
export function OutcomeNotice({ state }: { state: LiveState }) {
  if (state.kind === 'failed') {
    return (
      <Notice tone="stop" announced>
        <p className="strong">{state.sentence}</p>
        <p>
          {state.stillLive} {state.nextStep}
        </p>
      </Notice>
    )
  }
  if (state.kind === 'sent') {
    return (
      <Notice tone="warn" announced>
        <p className="strong">Sent, waiting to be seen on the web.</p>
        <p>{state.sentence}</p>
      </Notice>
    )
  }
  return null
}
