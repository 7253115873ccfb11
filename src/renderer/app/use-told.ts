import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isRefusal } from '../../shared/outcome.ts'
import { api, orpc } from '../connection/api.ts'
import { sayUntilClosed } from '../ui/toasts.tsx'

/** What is on screen of it, with how to take it away. */
const shown = new Map<string, () => void>()

/**
 * What bringing work together has to tell: it may hold the only sight of somebody's words, so each sentence stays until
 * they close it, also across restarts.
 */
export function useTold(): void {
  const { data } = useQuery(orpc.told.all.queryOptions())
  useEffect(() => {
    if (data === undefined || isRefusal(data)) return
    const waiting = new Set(data.told.map(({ id }) => id))
    for (const [id, takeAway] of shown) if (!waiting.has(id)) takeAway()
    for (const { id, sentence } of data.told) {
      if (shown.has(id)) continue
      const takeAway = sayUntilClosed(sentence, 'warn', {
        nextStep: 'This stays here until you close it.',
        onClose: () => closed(id),
      })
      shown.set(id, takeAway)
    }
  }, [data])
}

/** One that could not be put away is shown again the next time. */
function closed(id: string): void {
  shown.delete(id)
  api.told.putAway({ id }).catch(() => undefined)
}
