import type { PageId } from '../../../shared/content/index.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { api, connection } from '../../connection/api.ts'
import { sayUntilClosed } from '../../ui/toasts.tsx'
import { browserClock } from './browser-clock.ts'
import type { PageSession } from './page-session.ts'
import { indexedDbNet } from './second-net.ts'
import { createSessions } from './sessions.ts'

/** The pages that this window writes in. */
const sessions = createSessions({
  pages: api.pages,
  asksAbout: id =>
    api.sync.choices().then(
      choices => choices.some(({ page }) => page === id),
      () => false,
    ),
  clock: browserClock,
  window: crypto.randomUUID(),
  say: sentence => sayUntilClosed(sentence, 'good'),
})

export function openSession(id: PageId, workspace: string): Promise<PageSession | Refusal> {
  guardTyping()
  return sessions.open(id, indexedDbNet(workspace))
}

export const leaveSession = sessions.leave

let guarded = false

/** The window is hidden, closed or left for another: everything typed is sent at once. Over another road it is sent again. */
function guardTyping(): void {
  if (guarded) return
  guarded = true
  window.addEventListener('blur', sessions.flush)
  window.addEventListener('pagehide', sessions.flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sessions.flush()
  })
  let times = 0
  connection.state.subscribe(() => {
    const state = connection.state.get()
    if (state.kind !== 'open' || state.times === times) return
    times = state.times
    sessions.again()
  })
}
