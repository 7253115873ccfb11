import { useEffect, useState } from 'react'
import { isRefusal } from '../../shared/outcome.ts'
import { createTypedWords } from '../state/typed-words.ts'
import { say } from '../ui/toasts.tsx'
import { api, connection } from './api.ts'

/** What is typed into the small fields of one workspace after another, or of the start, and the way to the disk. */
function createTyping() {
  /** Whose words these are: the main process takes none for another workspace than the one that is open. */
  let workspace: string | null = null
  let isTold = false
  /** What is on the disk could not be read, so nothing is written over it. */
  let isUnread = false

  const words = createTypedWords({
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
    if (connection.state.get().kind === 'open') void words.flush()
  })
  return {
    words,
    /** Reads what an earlier window left; `isLeft` says whether nobody waits for it any more. */
    async open(opened: string | null, isLeft: () => boolean) {
      await words.clear()
      workspace = opened
      const kept = await readAll(opened)
      if (isLeft()) return
      isUnread = kept === null
      if (isUnread)
        say(
          'What you had begun to write in fields cannot be read now. What you type is kept in this window alone.',
          'stop',
        )
      words.load(kept ?? [])
    },
  }
}

const ofWorkspace = createTyping()
const ofStart = createTyping()

/** What is typed into the small fields of this window; one for all of them. */
export const typing = ofWorkspace.words
/** The same for the forms of the start, which belong to no workspace. */
export const typingAtStart = ofStart.words

/** Whether what an earlier window left of this workspace has been read: before that no field of it may be shown. */
export function useTypingOf(opened: string | null): boolean {
  const [readOf, setReadOf] = useState<string | null>(null)
  useEffect(() => {
    if (opened === null) return
    return openOne(ofWorkspace, opened, () => setReadOf(opened))
  }, [opened])
  return readOf === opened
}

/** The same for the start. */
export function useTypingAtStart(): boolean {
  const [isRead, setIsRead] = useState(false)
  useEffect(() => openOne(ofStart, null, () => setIsRead(true)), [])
  return isRead
}

function openOne(one: typeof ofStart, opened: string | null, onRead: () => void): () => void {
  let isLeft = false
  void one
    .open(opened, () => isLeft)
    .then(() => {
      if (!isLeft) onRead()
    })
  // Whoever closes the workspace has left the field first.
  const leave = () => void one.words.flush()
  document.addEventListener('focusout', leave)
  return () => {
    isLeft = true
    document.removeEventListener('focusout', leave)
  }
}

const tries = 6
const between = 500

async function readAll(opened: string | null) {
  for (let tried = 0; tried < tries; tried += 1) {
    try {
      return await api.typed.all({ workspace: opened })
    } catch {
      await new Promise(resolve => setTimeout(resolve, between))
    }
  }
  return null
}
