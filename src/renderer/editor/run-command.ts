import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'

/** Runs a command on what is on screen and gives the focus back to the text. */
export function runCommand(editor: Editor, command: Command): boolean {
  const done = command(editor.state, editor.view.dispatch, editor.view)
  editor.commands.focus()
  return done
}

/** Whether the command could do something now. */
export function canRun(editor: Editor, command: Command): boolean {
  return command(editor.state)
}
