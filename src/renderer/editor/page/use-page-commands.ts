import type { Editor } from '@tiptap/react'
import { useCommandHandler } from '../../commands/index.ts'
import { announce } from '../../ui/announce.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import { insertCallout } from '../commands/callout.ts'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { runCommand } from '../run-command.ts'
import type { PageSession } from '../session/page-session.ts'
import { pageSideClass } from '../side/side-tabs.tsx'
import { newTable } from '../toolbar/table-tool.tsx'

interface PageCommands {
  editor: Editor
  session: PageSession
  problems: PageProblems | null
  readOnly: boolean
  open(request: DialogRequest): void
  find(replace: boolean): void
  walk(step: 1 | -1): void
  fixHere(): void
  fixAllHere(): void
  preview(): void
  askForReview(): void
}

/** What the menu, the palette and the keys can do on an open page. */
export function usePageCommands(page: PageCommands): void {
  const { editor, session, readOnly, open } = page
  const write = !readOnly
  useCommandHandler('undo', () => void editor.chain().undo().focus().run(), write)
  useCommandHandler('redo', () => void editor.chain().redo().focus().run(), write)
  useCommandHandler('save-version', () => void saveVersion(session), write)
  useCommandHandler('find-here', () => page.find(false))
  useCommandHandler('replace-here', () => page.find(true), write)
  useCommandHandler('insert-link', () => open({ kind: 'link' }), write)
  useCommandHandler('insert-picture', () => open({ kind: 'picture', at: null }), write)
  useCommandHandler('insert-table', () => void runCommand(editor, newTable), write)
  useCommandHandler('insert-callout', () => void runCommand(editor, insertCallout), write)
  useCommandHandler('next-problem', () => page.walk(1))
  useCommandHandler('previous-problem', () => page.walk(-1))
  useCommandHandler('fix-problem', page.fixHere, write)
  useCommandHandler('fix-all-problems', page.fixAllHere, write)
  useCommandHandler('beside', () => goBeside(editor))
  useCommandHandler('preview', page.preview)
  useCommandHandler('ready-for-review', page.askForReview, write)
}

/**
 * To the tab that is open beside the text, and from anywhere there back to the cursor: in a list or a table the Tab key
 * means something else, and a long text has many stops (WCAG 2.2 SC 2.1.2).
 */
function goBeside(editor: Editor): void {
  const side = document.querySelector(`.${pageSideClass}`)
  if (side?.contains(document.activeElement)) editor.commands.focus()
  else side?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
}

async function saveVersion(session: PageSession): Promise<void> {
  if ((await session.save()) === null) announce('A version was saved.')
}
