/** The commands' one door: the list, who answers to it now, the palette and the sheet that show it. */
export { listenToKeys } from './keyboard.ts'
export { Palette } from './palette.tsx'
export { type Command, commands, runCommand, shortcutOf } from './records.ts'
export { handlers, useCommandHandler } from './registry.ts'
export { ShortcutSheet } from './shortcut-sheet.tsx'
