import type { LiveState } from '../../shared/contract/index.ts'
import { Notice } from '../ui/notice.tsx'

/** How the last publish ended, where that is not simply “live”: what happened and what to do; the place's lead says what is still live. */
export function OutcomeNotice({ state }: { state: LiveState }) {
  if (state.kind === 'failed') {
    return (
      <Notice tone="stop" announced>
        <p className="strong">{state.sentence}</p>
        <p>{state.nextStep}</p>
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
