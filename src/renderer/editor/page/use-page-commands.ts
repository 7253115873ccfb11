import type { Editor } from '@tiptap/react'
import { useCommandHandler } from '../../commands/index.ts'
import { announce } from '../../ui/announce.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import { insertCallout } from '../commands/callout.ts'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { runCommand } from '../run-command.ts'
import type { PageSession } from '../session/page-session.ts'
import { newTable } from '../toolbar/table-tool.tsx'

interface PageCommands {
  editor: Editor
  session: PageSession
  problems: PageProblems | null
  readOnly: boolean
  open(request: DialogRequest): void
  walk(step: 1 | -1): void
  fixHere(): void
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
  useCommandHandler('insert-link', () => open({ kind: 'link' }), write)
  useCommandHandler('insert-picture', () => open({ kind: 'picture', at: null }), write)
  useCommandHandler('insert-table', () => void runCommand(editor, newTable), write)
  useCommandHandler('insert-callout', () => void runCommand(editor, insertCallout), write)
  useCommandHandler('next-problem', () => page.walk(1))
  useCommandHandler('previous-problem', () => page.walk(-1))
  useCommandHandler('fix-problem', page.fixHere, write)
  useCommandHandler('preview', page.preview)
  useCommandHandler('ready-for-review', page.askForReview, write)
}

async function saveVersion(session: PageSession): Promise<void> {
  if ((await session.save()) === null) announce('A version was saved.')
}
