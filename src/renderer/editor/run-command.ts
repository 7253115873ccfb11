import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'

/** Runs a command on what is on screen and gives the focus back to the text. */
export function runCommand(editor: Editor, command: Command): boolean {
  const done = command(editor.state, editor.view.dispatch, editor.view)
  backToText(editor)
  return done
}

/**
 * The focus is in the text at once, where a key of the same moment belongs (the editor's own `focus` waits for the next
 * frame), and once more in the next frame: a menu that closes gives it to its button first.
 */
export function backToText(editor: Editor): void {
  editor.view.focus()
  requestAnimationFrame(() => {
    if (!editor.isDestroyed) editor.view.focus()
  })
}

/** Whether the command could do something now. */
export function canRun(editor: Editor, command: Command): boolean {
  return command(editor.state)
}
