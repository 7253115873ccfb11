import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect } from 'react'
import { writeAfterLast } from '../commands/write-after-last.ts'

/** A press on the white beneath the last words goes on writing there, in a new paragraph where a box or a picture is last. */
export function useWhiteBelow(paper: RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const element = paper.current
    const pressed = (event: MouseEvent) => {
      const { view } = editor
      const isWhite = event.target === element || event.target === view.dom
      const end = view.dom.lastElementChild?.getBoundingClientRect().bottom
      if (event.button !== 0 || !editor.isEditable || !isWhite || end === undefined || event.clientY <= end) return
      event.preventDefault()
      if (!writeAfterLast(view.state, view.dispatch)) editor.commands.setTextSelection(view.state.doc.content.size)
      view.focus()
    }
    element?.addEventListener('mousedown', pressed, true)
    return () => element?.removeEventListener('mousedown', pressed, true)
  }, [paper, editor])
}
