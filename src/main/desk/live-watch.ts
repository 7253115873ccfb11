import type { LiveState } from '../../shared/contract/index.ts'
import type { LiveWatch } from './parts.ts'
import type { Session } from './session.ts'

const soonMs = 5 * 60_000
const laterMs = 60 * 60_000

/** Waits, without keeping the program from ending; answers what ends the wait early. */
type Later = (ms: number, work: () => void) => () => void

const real: Later = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/**
 * Goes on by itself with a publish that waits for a place to answer, and looks now and then whether families still have
 * what was published: somebody may have changed it on the web, and then the team is told once.
 */
export function createLiveWatch(session: () => Session, later: Later = real): LiveWatch {
  let stopWaiting: () => void = () => undefined
  let isOn = false

  function wait(ms: number): void {
    if (isOn) stopWaiting = later(ms, () => void turn())
  }

  async function turn(): Promise<void> {
    let state: LiveState = { kind: 'never' }
    try {
      const { live, world } = session()
      const before = await live.resume()
      state = await live.verify({ quiet: true })
      if (before.kind === 'live' && state.kind === 'failed') {
        world.emit({ kind: 'notice', sentence: `${state.sentence} ${state.nextStep}`, tone: 'warn' })
      }
    } catch (error) {
      // A fault of this program is written to the log; the next look comes all the same.
      console.error(error)
    }
    wait(state.kind === 'sent' || state.kind === 'failed' ? soonMs : laterMs)
  }

  return {
    start() {
      if (isOn) return
      isOn = true
      wait(soonMs)
    },
    stop() {
      isOn = false
      stopWaiting()
    },
  }
}
