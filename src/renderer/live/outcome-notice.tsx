import type { LiveState } from '../../shared/contract/index.ts'
import { settingPlace } from '../app/places.ts'
import { useOpened } from '../connection/session.ts'
import { LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** How the last publish ended, where that is not simply “live”: what happened and what to do; the place's lead says what is still live. */
export function OutcomeNotice({ state }: { state: LiveState }) {
  const { config } = useOpened()
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
        {config.publish.url === '' && (
          <div className="actions">
            <LinkButton size="small" href={settingPlace('publish.url')}>
              Say at which address families read it
            </LinkButton>
          </div>
        )}
      </Notice>
    )
  }
  return null
}
