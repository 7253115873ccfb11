import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Told } from '../../shared/merge/told.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { useCommandHandler } from '../commands/index.ts'
import { api, orpc } from '../connection/api.ts'
import { sayUntilClosed } from '../ui/toasts.tsx'
import { openDialog, useDialog } from './dialogs.ts'
import { toldWords } from './told-words.ts'

const none: readonly Told[] = []

/** What waits until somebody puts it away. */
export function useWaitingTold(): readonly Told[] {
  const { data } = useQuery(orpc.told.all.queryOptions())
  return data === undefined || isRefusal(data) ? none : data.told
}

/** Closed in this window without a look at all of it: it waits under Find anything, and is said again at the next start. */
const closed = new Set<string>()

/**
 * What bringing work together has to tell: it may hold the only sight of somebody's words, so it stands at the foot of the
 * window until they have looked, also across restarts.
 */
export function useTold(): void {
  const waiting = useWaitingTold()
  const dialog = useDialog()
  useCommandHandler('look-at-told', () => openDialog('told'), waiting.length > 0)
  useEffect(() => {
    const words = toldWords(waiting)
    if (words === null || dialog === 'told' || waiting.every(({ id }) => closed.has(id))) return
    const { sentence, nextStep, look } = words
    let byHand = true
    const takeAway = sayUntilClosed(sentence, 'warn', {
      nextStep,
      ...(look !== null && { actions: [{ label: look, run: openTold }] }),
      onClose: () => {
        if (!byHand) return
        for (const { id } of waiting) closed.add(id)
        // One that could not be put away is shown again at the next start.
        const [only] = waiting
        if (look === null && only !== undefined) api.told.putAway({ id: only.id }).catch(() => undefined)
      },
    })
    function openTold() {
      byHand = false
      openDialog('told')
    }
    return () => {
      byHand = false
      takeAway()
    }
  }, [waiting, dialog])
}
