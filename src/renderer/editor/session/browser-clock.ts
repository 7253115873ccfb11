import type { Clock } from './draft-journal.ts'

export const browserClock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Does something when nothing else waits for this thread, a key least of all. */
export type WhenIdle = (run: () => void) => void

export const whenIdle: WhenIdle = run => {
  // Safari has no such call.
  if (globalThis.scheduler?.postTask === undefined) setTimeout(run, 50)
  else void scheduler.postTask(run, { priority: 'background' })
}
