import { useEffect, useRef, useState } from 'react'
import { type ConnectionStep, connectionSteps, type StepFound } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { count } from '../words/counts.ts'

/** What is tested: no address is that of the open workspace, no token the one that is kept for it. */
export interface TestWish {
  address: string | null
  token: string
}

export interface ConnectionTest {
  /** What was found so far, in the order of the steps. */
  found: readonly StepFound[]
  busy: boolean
  /** What it comes to; null while it goes on and before it began. */
  verdict: string | null
  refusal: Refusal | null
  run: (wish: TestWish) => Promise<void>
  stop: () => void
}

/** Tests a connection step by step, as long as somebody looks at it. */
export function useConnectionTest(): ConnectionTest {
  const [steps, setSteps] = useState<ReadonlyMap<ConnectionStep, StepFound>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run(wish: TestWish) {
    if (running.current !== null) return
    const abort = new AbortController()
    running.current = abort
    setBusy(true)
    setRefusal(null)
    setSteps(new Map())
    const answer = await settled(async () => {
      for await (const step of await api.connection.test(wish, { signal: abort.signal })) {
        setSteps(now => new Map(now).set(step.step, step))
      }
    })
    running.current = null
    setBusy(false)
    setSteps(decided)
    if (isRefusal(answer) && !abort.signal.aborted) setRefusal(answer)
  }

  const found = connectionSteps.flatMap(step => steps.get(step) ?? [])
  return { found, busy, verdict: busy ? null : verdictOf(found), refusal, run, stop: () => running.current?.abort() }
}

/** A step that was still going on when the test was stopped was not decided. */
function decided(steps: ReadonlyMap<ConnectionStep, StepFound>): ReadonlyMap<ConnectionStep, StepFound> {
  return new Map([...steps].filter(([, { result }]) => result !== 'going'))
}

function verdictOf(found: readonly StepFound[]): string | null {
  if (found.length === 0) return null
  const bad = found.filter(({ result }) => result === 'bad').length
  if (bad > 0) return `${count(bad, 'step')} did not work.`
  return found.some(({ step }) => step === 'clock') ? 'The connection works.' : 'The test was stopped.'
}
