import type { Clock } from '../session/draft-journal.ts'

export interface LatestOnly {
  /** Something changed: a round starts after a pause. */
  changed(): void
  /** A round over what is there now, without the pause; resolves when its result was shown. */
  now(): Promise<void>
  stop(): void
}

/**
 * Runs a slow job over something that keeps changing: never two rounds at once, always another one when there was a
 * change meanwhile, and a pause first so that nothing runs between two keystrokes.
 */
export function createLatestOnly<Job, Result>(options: {
  take(): Job
  run(job: Job): Promise<Result>
  show(result: Result): void
  failed(error: unknown): void
  pause: number
  clock: Clock
}): LatestOnly {
  const { take, run, show, failed, pause, clock } = options
  let stopTimer: (() => void) | null = null
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function clearTimer(): void {
    stopTimer?.()
    stopTimer = null
  }

  async function round(): Promise<void> {
    clearTimer()
    try {
      const result = await run(take())
      if (!stopped) show(result)
    } catch (error) {
      if (!stopped) failed(error)
    }
  }

  function start(): Promise<void> {
    running = round().finally(() => {
      running = null
      if (again && !stopped) {
        again = false
        void start()
      }
    })
    return running
  }

  return {
    changed() {
      clearTimer()
      stopTimer = clock.after(pause, () => {
        stopTimer = null
        if (running === null) void start()
        else again = true
      })
    },
    async now() {
      clearTimer()
      while (running !== null) await running
      if (!stopped) await start()
    },
    stop() {
      stopped = true
      clearTimer()
    },
  }
}
