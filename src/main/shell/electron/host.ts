import { type BrowserWindow, dialog, Notification, nativeTheme, net } from 'electron'
import type { Host } from '../host.ts'
import { openOutside } from './guard.ts'
import { fetchOver } from './network.ts'
import { electronSecrets } from './secrets.ts'
import { bringToFront } from './window.ts'

export interface HostDeps {
  /** This computer's own data folder. */
  data: string
  /** The window, once there is one. */
  window(): BrowserWindow | null
}

export function electronHost({ data, window }: HostDeps): Host {
  return {
    shell: 'electron',
    canChooseFolder: true,
    async chooseFolder() {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
      const parent = window()
      const chosen = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options))
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    },
    secrets: electronSecrets(data),
    openExternal: openOutside,
    notify(title, body, chosen) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body, silent: true })
      notification.on('click', () => {
        const parent = window()
        if (parent !== null) bringToFront(parent)
        chosen?.()
      })
      notification.show()
    },
    setTheme(theme) {
      nativeTheme.themeSource = theme
    },
    fetch: fetchOver(options => net.request(options)),
  }
}
