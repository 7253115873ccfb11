import { useEffect, useRef, useState } from 'react'
import { createLatestOnly } from '../checks/latest-only.ts'
import { browserClock } from '../session/browser-clock.ts'
import { lookAtFrame } from './axe-in-frame.ts'
import type { Seen } from './rendered-findings.ts'

export type Look =
  | { kind: 'looking' }
  | { kind: 'failed' }
  | { kind: 'elsewhere' }
  | { kind: 'seen'; seen: readonly Seen[] }

/** It takes the thread that somebody types on, so it waits until nobody has for a while. */
const pause = 2_000

/** What is found in the frame of the preview, looked at again whenever it shows other words. */
export function useRendered(): { look: Look; shown: (frame: Window | null) => void } {
  const [look, setLook] = useState<Look>({ kind: 'looking' })
  const shown = useRef<(frame: Window | null) => void>(() => undefined)
  useEffect(() => {
    let latest: Window | null = null
    const rounds = createLatestOnly({
      take: () => latest,
      run: async (frame): Promise<Look> =>
        frame === null ? { kind: 'elsewhere' } : { kind: 'seen', seen: await lookAtFrame(frame) },
      show: setLook,
      failed: () => setLook({ kind: 'failed' }),
      pause,
      clock: browserClock,
    })
    shown.current = frame => {
      latest = frame
      rounds.changed()
    }
    return () => {
      shown.current = () => undefined
      rounds.stop()
    }
  }, [])
  const [tell] = useState(() => (frame: Window | null) => shown.current(frame))
  return { look, shown: tell }
}
