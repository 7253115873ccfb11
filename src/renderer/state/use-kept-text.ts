import { useCallback, useState } from 'react'

/**
 * What somebody is typing into a small field (a comment, an answer, a reason), kept for as long as this window lives, so
 * that going to look at something else loses none of it. Pages have their drafts on disk; these words do not yet.
 */
export function useKeptText(key: string): [text: string, setText: (text: string) => void, forget: () => void] {
  const name = `typed:${key}`
  const [text, setState] = useState(() => sessionStorage.getItem(name) ?? '')
  const setText = useCallback(
    (next: string) => {
      sessionStorage.setItem(name, next)
      setState(next)
    },
    [name],
  )
  const forget = useCallback(() => {
    sessionStorage.removeItem(name)
    setState('')
  }, [name])
  return [text, setText, forget]
}
