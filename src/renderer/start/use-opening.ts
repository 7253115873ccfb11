import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Opened } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { forgetProgress } from '../connection/progress.ts'
import { startAgain } from '../connection/start-again.ts'
import { useRequest } from '../connection/use-request.ts'

export interface Opening<Input> {
  /** False where it was refused. */
  open: (input: Input) => Promise<boolean>
  busy: boolean
  refusal: Refusal | null
}

/** Opens a workspace in one of several ways; when it is open, the week is what one sees first. */
export function useOpening<Input>(ask: (input: Input) => Promise<Opened | Refusal>): Opening<Input> {
  const queries = useQueryClient()
  const { history } = useRouter()
  const request = useRequest(ask)
  return {
    busy: request.busy,
    refusal: request.refusal,
    open: async input => {
      const opened = await request.run(input)
      forgetProgress()
      if (opened === null) {
        // Something may have come all the same, with which it can go on.
        await queries.invalidateQueries({ queryKey: orpc.start.hello.queryKey() })
        return false
      }
      await startAgain(queries)
      history.push(places.week)
      return true
    },
  }
}
