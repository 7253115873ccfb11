import { useEffect, useState } from 'react'
import { isRefusal } from '../../shared/outcome.ts'
import { createTypedWords } from '../state/typed-words.ts'
import { say } from '../ui/toasts.tsx'
import { api, connection } from './api.ts'

/** Whose words these are: the main process takes none for another workspace than the one that is open. */
let workspace = ''
let isTold = false
/** What is on the disk could not be read, so nothing is written over it. */
let isUnread = false

/** What is typed into the small fields of this window; one for all of them. */
export const typing = createTypedWords({
  async keep(typed) {
    if (isUnread) return false
    const kept = await api.typed.keep({ workspace, ...typed })
    const isKept = !isRefusal(kept)
    // Said once, and again only when it went well in between: it is tried every few seconds.
    if (!isKept && !isTold)
      say(`${kept.sentence} What you typed is kept in this window alone. ${kept.nextStep}`, 'stop')
    isTold = !isKept
    return isKept
  },
  forget: name => api.typed.forget({ workspace, name }),
  after: (ms, run) => void setTimeout(run, ms),
})

connection.state.subscribe(() => {
  if (connection.state.get().kind === 'open') void typing.flush()
})

/** Whether what an earlier window left of this workspace has been read: before that no field of it may be shown. */
export function useTypingOf(opened: string | null): boolean {
  const [readOf, setReadOf] = useState<string | null>(null)
  useEffect(() => {
    if (opened === null) return
    let isLeft = false
    const read = async () => {
      await typing.clear()
      workspace = opened
      const kept = await readAll(opened)
      if (isLeft) return
      isUnread = kept === null
      if (isUnread)
        say(
          'What you had begun to write in fields cannot be read now. What you type is kept in this window alone.',
          'stop',
        )
      typing.load(kept ?? [])
      setReadOf(opened)
    }
    void read()
    // Whoever closes the workspace has left the field first.
    const leave = () => void typing.flush()
    document.addEventListener('focusout', leave)
    return () => {
      isLeft = true
      document.removeEventListener('focusout', leave)
    }
  }, [opened])
  return readOf === opened
}

const tries = 6
const between = 500

async function readAll(opened: string) {
  for (let tried = 0; tried < tries; tried += 1) {
    try {
      return await api.typed.all({ workspace: opened })
    } catch {
      await new Promise(resolve => setTimeout(resolve, between))
    }
  }
  return null
}
