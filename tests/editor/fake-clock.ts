import type { Clock } from '../../src/renderer/editor/session/draft-journal.ts'

export interface FakeClock extends Clock {
  /** Moves time on, running what falls due in order, and lets promises settle between. */
  pass(ms: number): Promise<void>
}

export function fakeClock(start = Date.UTC(2026, 10, 22, 10, 42)): FakeClock {
  let now = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    async pass(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        const next = timers.filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter(timer => timer !== next)
        now = next.at
        next.run()
        await settle()
      }
      now = end
    },
  }
}

/** Promises that have nothing left to wait for settle before the loop turns. */
const settle = () => new Promise<void>(resolve => setImmediate(resolve))
