import type { MenuItemConstructorOptions } from 'electron'
import { type CommandId, commandMenu, type Menu, menuLabels, menus } from '../../../shared/contract/commands.ts'

export interface MenuDeps {
  platform: NodeJS.Platform
  /** Tells the window which command was chosen. */
  choose(command: CommandId): void
}

/** The system's menu, made of the list of commands that the window has too, and of what only the system can do. */
export function menuTemplate({ platform, choose }: MenuDeps): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const system: Readonly<Record<Menu, MenuItemConstructorOptions[]>> = {
    file: mac ? [separator, { role: 'close' }] : [separator, { role: 'quit' }],
    edit: [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    page: [],
    go: [separator, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
    help: [],
  }
  const ours = menus.map(
    (menu): MenuItemConstructorOptions => ({
      label: menuLabels[menu],
      ...(menu === 'help' ? { role: 'help' } : {}),
      submenu: [...commandsOf(menu, choose), ...system[menu]],
    }),
  )
  return mac ? [{ role: 'appMenu' }, ...ours] : ours
}

function commandsOf(menu: Menu, choose: MenuDeps['choose']): MenuItemConstructorOptions[] {
  return commandMenu
    .filter(command => command.menu === menu)
    .map(({ id, label, shortcut }) => ({
      id,
      label,
      click: () => choose(id),
      // The keys are shown here and heard in the window, which knows what has the focus; a Mac's menu hears them first.
      ...(shortcut === undefined ? {} : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
    }))
}

/** Electron's name for the same keys. */
export function acceleratorOf(shortcut: string): string {
  return shortcut.replace('Mod+', 'CmdOrCtrl+')
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
