import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider, RouterProvider as LinkProvider } from 'react-aria-components'
import { forgetActs } from '../activity/window-acts.ts'
import { handlers, listenToKeys, runCommand } from '../commands/index.ts'
import { listen } from '../connection/listen.ts'
import { startAgain } from '../connection/start-again.ts'
import { say } from '../ui/toasts.tsx'
import { places } from './places.ts'
import { router } from './routes.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The main process says when something changed (connection/listen.ts); asking again on focus would find nothing.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: 1,
      networkMode: 'online',
    },
  },
})

export function App() {
  useEffect(() => {
    const stopListening = listen(queries, {
      onNotice: say,
      onCommand: command => runCommand(command, handlers.get()),
      onReopened: () => {
        forgetActs()
        void startAgain(queries).then(opened => router.history.push(opened ? places.week : places.start))
      },
    })
    const stopKeys = listenToKeys()
    return () => {
      stopListening()
      stopKeys()
    }
  }, [])

  return (
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queries}>
        <LinkProvider navigate={to => router.history.push(to)} useHref={to => (isPlace(to) ? `#${to}` : to)}>
          <RouterProvider router={router} />
        </LinkProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

function isPlace(href: string): boolean {
  return href.startsWith('/')
}
