import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PageId } from '../../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import type { JournalState } from './draft-journal.ts'
import { leaveSession, openSession } from './open-sessions.ts'
import type { PageSession, SessionView } from './page-session.ts'

/** The page, open for writing while the component is on screen; null while it is read. */
export function usePageSession(id: PageId, workspace: string, turn: number): PageSession | Refusal | null {
  const [found, setFound] = useState<PageSession | Refusal | null>(null)
  // `turn` is another try at the same page.
  useEffect(() => {
    let gone = false
    let session: PageSession | null = null
    void openSession(id, workspace).then(opened => {
      if (!isRefusal(opened)) session = opened
      if (!gone) setFound(opened)
      else if (session !== null) leaveSession(session)
    })
    return () => {
      gone = true
      setFound(null)
      if (session !== null) leaveSession(session)
    }
  }, [id, workspace, turn])
  return found
}

/** A part of what the window knows of the page; the component is drawn again only when that part is another. */
export function useSessionView<T>(session: PageSession, part: (view: SessionView) => T): T {
  return useSyncExternalStore(session.view.subscribe, () => part(session.view.get()))
}

/** “Saving…” passes by with every word; it is only said where it lasts. */
const worthSaying = 1_500

export function useJournalState(session: PageSession): JournalState {
  const { journal } = session
  const [shown, setShown] = useState(journal.state)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const follow = () => {
      const state = journal.state()
      if (state.kind === 'keeping') {
        timer ??= setTimeout(() => setShown(journal.state()), worthSaying)
        return
      }
      if (timer !== null) clearTimeout(timer)
      timer = null
      setShown(now => (saysTheSame(now, state) ? now : state))
    }
    follow()
    const unsubscribe = journal.subscribe(follow)
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [journal])
  return shown
}

/** The time is shown to the minute. */
function saysTheSame(a: JournalState, b: JournalState): boolean {
  if (a.kind !== 'kept' || b.kind !== 'kept') return false
  return a.at?.slice(0, 16) === b.at?.slice(0, 16)
}
