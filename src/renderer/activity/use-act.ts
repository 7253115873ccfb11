import { useCallback, useRef } from 'react'
import { isRefusal } from '../../shared/outcome.ts'
import { api } from '../connection/api.ts'
import { type Request, settled, useRequest } from '../connection/use-request.ts'
import { say } from '../ui/toasts.tsx'
import { undoAndSay } from './undo.ts'
import { noteDone } from './window-acts.ts'

export interface ActRequest<Input, Answer> extends Request<Input, Answer> {
  /** Lets the keys of Undo mean what was just done. For where the screen itself shows that it was done. */
  note(): Promise<string | null>
  /** Says at the foot of the window what was just done, with the way back; or with `action`, where that is the next thing to do. */
  sayDone(sentence: string, action?: Parameters<typeof say>[2], tone?: Parameters<typeof say>[1]): Promise<void>
}

/** As `useRequest`, for what a person does to the workspace: it can then be undone from where it was done. */
export function useAct<Input, Answer>(ask: (input: Input) => Promise<Answer>): ActRequest<Input, Answer> {
  const before = useRef<string | null>(null)
  const request = useRequest(
    useCallback(
      async (input: Input) => {
        before.current = await newestAct()
        return ask(input)
      },
      [ask],
    ),
  )

  /** Null where it changed nothing, so that there is nothing to undo. */
  async function note(): Promise<string | null> {
    const act = await newestAct()
    if (act === null || act === before.current) return null
    noteDone(act)
    return act
  }

  return {
    ...request,
    note,
    async sayDone(sentence, action, tone = 'good') {
      const act = await note()
      const back = act === null ? undefined : { label: 'Undo', run: () => void undoAndSay(act) }
      say(sentence, tone, action ?? back)
    },
  }
}

/** What the person at this computer did last: every act is a version before the main process answers. */
async function newestAct(): Promise<string | null> {
  const newest = await settled(() => api.activity.newest())
  return newest === null || isRefusal(newest) ? null : newest.act
}
