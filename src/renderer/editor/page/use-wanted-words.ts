import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { wordsWanted } from '../../desk/words-wanted.ts'
import { useValue } from '../../state/value-store.ts'
import { showRange } from '../document/show-range.ts'
import { firstWord } from '../find/first-word.ts'

/** Goes to the word that somebody found in this page from another place. */
export function useWantedWords(id: string, editor: Editor): void {
  const wanted = useValue(wordsWanted)
  useEffect(() => {
    if (wanted?.id !== id) return
    wordsWanted.set(null)
    const range = firstWord(editor.state.doc, wanted.found)
    if (range !== null) showRange(editor, { ...range, whole: false })
  }, [wanted, id, editor])
}
