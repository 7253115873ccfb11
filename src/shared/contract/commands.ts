/**
 * The commands that have a name, a place in the menu and, some of them, keys: one list, read by the system's menu in the
 * main process and by the window's palette, toolbar, keyboard and shortcut sheet.
 *
 * `shortcut` is written `Mod+Shift+Enter`; `Mod` is Ctrl, and Command on a Mac. Letters and digits mean the key, not the
 * character that it types with Alt or Shift held. None of them is a key that a browser keeps for itself (Ctrl+N, T, W) or
 * that NVDA or VoiceOver start with, because the same window runs in both shells.
 */

export const menus = ['file', 'edit', 'page', 'go', 'help'] as const
export type Menu = (typeof menus)[number]

export const menuLabels: Readonly<Record<Menu, string>> = {
  file: 'File',
  edit: 'Edit',
  page: 'Page',
  go: 'Go',
  help: 'Help',
}

const list = [
  { id: 'new-page', label: 'New page…', shortcut: 'Alt+Shift+N', menu: 'file' },
  { id: 'find-page', label: 'Find a page…', shortcut: 'Mod+Shift+F', menu: 'file' },
  { id: 'open-workspace', label: 'Open a workspace…', menu: 'file' },
  { id: 'close-workspace', label: 'Close this workspace', menu: 'file' },
  { id: 'save-version', label: 'Save a version', shortcut: 'Mod+S', menu: 'file' },
  { id: 'share-now', label: 'Share with colleagues now', shortcut: 'Alt+Shift+S', menu: 'file' },
  { id: 'publish', label: 'Publish…', menu: 'file' },

  { id: 'undo', label: 'Undo', shortcut: 'Mod+Z', menu: 'edit' },
  { id: 'redo', label: 'Redo', shortcut: 'Mod+Shift+Z', menu: 'edit' },
  { id: 'choose-all', label: 'Choose all in the list', menu: 'edit' },
  { id: 'choose-none', label: 'Choose none in the list', menu: 'edit' },
  { id: 'change-chosen', label: 'Change all that are chosen…', shortcut: 'Alt+Shift+E', menu: 'edit' },

  { id: 'find-here', label: 'Find in this page', shortcut: 'Mod+F', menu: 'page' },
  { id: 'replace-here', label: 'Replace in this page', shortcut: 'Alt+Shift+R', menu: 'page' },
  { id: 'insert-link', label: 'Insert a link…', shortcut: 'Alt+Shift+K', menu: 'page' },
  { id: 'insert-picture', label: 'Insert a picture…', shortcut: 'Alt+Shift+I', menu: 'page' },
  { id: 'insert-table', label: 'Insert a table', shortcut: 'Alt+Shift+T', menu: 'page' },
  { id: 'insert-callout', label: 'Insert a callout', shortcut: 'Alt+Shift+C', menu: 'page' },
  { id: 'next-problem', label: 'Next problem', shortcut: 'F8', menu: 'page' },
  { id: 'previous-problem', label: 'Previous problem', shortcut: 'Shift+F8', menu: 'page' },
  { id: 'fix-problem', label: 'Fix this problem', shortcut: 'Mod+.', menu: 'page' },
  { id: 'fix-all-problems', label: 'Fix all problems of this kind', shortcut: 'Alt+Shift+F', menu: 'page' },
  { id: 'problem-help', label: 'More about this problem', shortcut: 'Alt+Shift+H', menu: 'page' },
  { id: 'beside', label: 'Between the text and what is beside it', shortcut: 'Alt+Shift+B', menu: 'page' },
  { id: 'preview', label: 'Preview', shortcut: 'Alt+Shift+P', menu: 'page' },
  { id: 'ready-for-review', label: 'Ready for review', shortcut: 'Mod+Shift+Enter', menu: 'page' },
  { id: 'comment', label: 'Comment on chosen words…', shortcut: 'Alt+Shift+M', menu: 'page' },
  { id: 'take-wording', label: 'Take the suggested wording', shortcut: 'Alt+Shift+W', menu: 'page' },
  { id: 'still-accurate', label: 'Still accurate', shortcut: 'Alt+Shift+A', menu: 'page' },
  { id: 'good-to-publish', label: 'Good to publish', menu: 'page' },
  { id: 'needs-changes', label: 'Needs changes…', menu: 'page' },

  { id: 'go-week', label: 'This week', shortcut: 'Alt+1', menu: 'go' },
  { id: 'go-pages', label: 'Pages', shortcut: 'Alt+2', menu: 'go' },
  { id: 'go-services', label: 'Services', shortcut: 'Alt+3', menu: 'go' },
  { id: 'go-review', label: 'Review', shortcut: 'Alt+4', menu: 'go' },
  { id: 'go-checklists', label: 'Checklists', shortcut: 'Alt+5', menu: 'go' },
  { id: 'go-live', label: 'Live site', shortcut: 'Alt+6', menu: 'go' },
  { id: 'go-settings', label: 'Settings', shortcut: 'Alt+7', menu: 'go' },
  { id: 'go-media', label: 'Pictures and documents', shortcut: 'Alt+8', menu: 'go' },
  { id: 'go-done', label: 'What was done', shortcut: 'Alt+9', menu: 'go' },
  { id: 'go-families', label: 'Families’ comments', menu: 'go' },
  { id: 'go-reports', label: 'Reports', menu: 'go' },
  { id: 'go-site', label: 'Whole site', menu: 'go' },
  { id: 'go-bin', label: 'Recently deleted', menu: 'go' },

  { id: 'command-palette', label: 'All commands…', shortcut: 'Mod+K', menu: 'help' },
  { id: 'look-at-told', label: 'What was put together with colleagues', menu: 'help' },
  { id: 'test-connection', label: 'Test my connection', menu: 'help' },
  { id: 'shortcuts', label: 'Keyboard shortcuts', shortcut: 'Mod+/', menu: 'help' },
] as const satisfies readonly { id: string; label: string; shortcut?: string; menu: Menu }[]

export type CommandId = (typeof list)[number]['id']

export interface MenuCommand {
  readonly id: CommandId
  readonly label: string
  readonly shortcut?: string
  readonly menu: Menu
}

export const commandMenu: readonly MenuCommand[] = list
