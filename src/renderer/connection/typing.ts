import { useEffect, useState } from 'react'
import { isRefusal } from '../../shared/outcome.ts'
import { createTypedWords } from '../state/typed-words.ts'
import { say } from '../ui/toasts.tsx'
import { api, connection } from './api.ts'

let isTold = false

/** What is typed into the small fields of this window; one for all of them. */
export const typing = createTypedWords({
  async keep(typed) {
    const kept = await api.typed.keep(typed)
    const isKept = !isRefusal(kept)
    // Said once, and again only when it went well in between: it is tried every few seconds.
    if (!isKept && !isTold)
      say(`${kept.sentence} What you typed is kept in this window alone. ${kept.nextStep}`, 'stop')
    isTold = !isKept
    return isKept
  },
  forget: name => api.typed.forget({ name }),
  after: (ms, run) => void setTimeout(run, ms),
})

connection.state.subscribe(() => {
  if (connection.state.get().kind === 'open') void typing.flush()
})

/** Whether what an earlier window left of this workspace has been read: before that no field of it may be shown. */
export function useTypingOf(workspace: string | null): boolean {
  const [readOf, setReadOf] = useState<string | null>(null)
  useEffect(() => {
    if (workspace === null) return
    let isLeft = false
    void typing
      .clear()
      .then(() => api.typed.all())
      // Words that cannot be read stand in nobody's way: they stay on the disk for the next time.
      .catch(() => [])
      .then(kept => {
        if (isLeft) return
        typing.load(kept)
        setReadOf(workspace)
      })
    return () => {
      isLeft = true
    }
  }, [workspace])
  return readOf === workspace
}
