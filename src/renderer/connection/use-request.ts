import { useCallback, useRef, useState } from 'react'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { ConnectionLost } from './keep-connected.ts'

export interface Request<Input, Answer> {
  /** The answer, or null when it was refused (the sentence is in `refusal` then). Does nothing while it runs. */
  run: (input: Input) => Promise<Exclude<Answer, Refusal> | null>
  busy: boolean
  refusal: Refusal | null
  clear: () => void
}

/** Asks the main process to do something, and keeps the sentence that says why not, for the place where it was asked. */
export function useRequest<Input, Answer>(ask: (input: Input) => Promise<Answer>): Request<Input, Answer> {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = useRef(false)

  const run = useCallback(
    async (input: Input) => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      setRefusal(null)
      const answer = await settled(() => ask(input))
      running.current = false
      setBusy(false)
      if (!isRefusal(answer)) return answer as Exclude<Answer, Refusal>
      setRefusal(answer)
      return null
    },
    [ask],
  )
  const clear = useCallback(() => setRefusal(null), [])
  return { run, busy, refusal, clear }
}

/** What was asked for, or a refusal: a lost connection and a fault of ours are told in words too. */
export async function settled<Answer>(ask: () => Promise<Answer>): Promise<Answer | Refusal> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ConnectionLost)
      return refuse(
        'stopped',
        'Signpost has stopped, so this was not done. What you typed is still here.',
        'Start Signpost again, then try once more.',
      )
    return refuse(
      'fault',
      'Something went wrong inside Signpost. What you typed is still here.',
      'Try again. If it happens again, close Signpost and start it once more.',
      String(error),
    )
  }
}
