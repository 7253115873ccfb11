import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { connection } from '../connection/api.ts'
import { OpenedProvider, useHello } from '../connection/session.ts'
import { useTypingOf } from '../connection/typing.ts'
import { useValue } from '../state/value-store.ts'
import { Announcer } from '../ui/announce.tsx'
import { Notice } from '../ui/notice.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { Frame } from './frame.tsx'
import { places } from './places.ts'
import './window.css'

/** The root of every place: who we talk to, the look, and what is always there. */
export function Window() {
  const hello = useHello()
  useTheme(hello.data?.theme)
  return (
    <>
      <StoppedBanner />
      {hello.data === undefined ? (
        <main className="opening">
          <p className="waiting">Opening Signpost…</p>
        </main>
      ) : (
        <Outlet />
      )}
      <Announcer />
      <Toasts />
    </>
  )
}

/** The open workspace around all places that need one; without one, the start. */
export function OpenWorkspace() {
  const opened = useHello().data?.opened ?? null
  const { history } = useRouter()
  const { pathname } = useLocation()
  useEffect(() => {
    if (opened === null && pathname !== places.start) history.replace(places.start)
  }, [opened, pathname, history])
  const isRead = useTypingOf(opened?.workspace ?? null)
  if (opened === null || !isRead) return null
  return (
    <OpenedProvider value={opened}>
      <Frame />
    </OpenedProvider>
  )
}

/** The chosen theme stands on the root element; `system` leaves it to the system. */
function useTheme(theme: 'system' | 'light' | 'dark' | undefined) {
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
  }, [theme])
}

/** Calm: nothing is lost, and the window comes back by itself as soon as somebody answers. */
function StoppedBanner() {
  const state = useValue(connection.state)
  if (state.kind !== 'lost') return null
  return (
    <div className="stopped">
      <Notice tone="warn" announced>
        <p>
          <strong>Signpost has stopped.</strong> What you wrote until then is saved. Start it again before you go on
          writing: this window carries on, or a new one opens.
        </p>
      </Notice>
    </div>
  )
}
