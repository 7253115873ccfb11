import { onlineManager, type QueryClient } from '@tanstack/react-query'
import type { AppEvent } from '../../shared/contract/index.ts'
import { api, connection, orpc } from './api.ts'
import { notePagesChanged } from './changed-pages.ts'
import { noteProgress } from './progress.ts'

export interface Listeners {
  onNotice: (sentence: string, tone: 'good' | 'warn' | 'stop') => void
  onCommand: (command: string) => void
  /** The workspace was opened, closed or taken over elsewhere. */
  onReopened: () => void
}

/** Several changes in a row (a sync of twenty pages) are one refresh of what is on screen. */
const together = 200

/** Hears what the main process says without being asked, and keeps everything that was asked before up to date. */
export function listen(queries: QueryClient, listeners: Listeners): () => void {
  let waiting = false

  function refresh() {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      // A page that is open for writing holds newer words than the disk: its editor decides what to read again.
      void queries.invalidateQueries({ predicate: query => !isOpenPage(query.queryKey) })
    }, together)
  }

  function heard(event: AppEvent) {
    switch (event.kind) {
      case 'changed':
        notePagesChanged(event.ids)
        return refresh()
      case 'sync':
        queries.setQueryData(orpc.sync.state.queryKey(), event.state)
        if (event.state.kind !== 'working') refresh()
        return
      case 'live':
        queries.setQueryData(orpc.live.state.queryKey(), event.state)
        if (event.state.kind !== 'building') refresh()
        return
      case 'progress':
        return noteProgress(event)
      case 'notice':
        return listeners.onNotice(event.sentence, event.tone)
      case 'command':
        return listeners.onCommand(event.command)
      case 'reopened':
        return listeners.onReopened()
    }
  }

  async function hear() {
    for await (const event of await api.events.listen()) heard(event)
  }

  let heardBefore = 0
  const follow = () => {
    const state = connection.state.get()
    // While nobody answers, TanStack Query holds its questions back and asks them when somebody does.
    onlineManager.setOnline(state.kind !== 'lost')
    if (state.kind !== 'open' || state.times === heardBefore) return
    heardBefore = state.times
    // The stream ends with an error when the road is lost; the next road brings a new one.
    hear().catch(() => undefined)
    if (state.times > 1) void queries.invalidateQueries()
  }
  const unsubscribe = connection.state.subscribe(follow)
  connection.start()
  return unsubscribe
}

function isOpenPage(key: readonly unknown[]): boolean {
  const [path] = key
  return Array.isArray(path) && path[0] === 'pages' && path[1] === 'open'
}
