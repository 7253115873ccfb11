import { EventEmitter } from 'node:events'
import { Application } from './application.ts'
import { ClientRequest, type RequestOptions } from './client-request.ts'
import { MessageChannelMain, MessagePortMain } from './message-port-main.ts'
import { Permissions } from './permissions.ts'
import { SchemeRegistry } from './scheme-registry.ts'
import type { DoubleState } from './state.ts'
import { checkedMenu, Desktop, type MenuItem, SafeStorage } from './system.ts'
import { browserWindowOf } from './windows.ts'

/**
 * Stands in for the module `electron` where no Electron is to be had. It enforces Electron's own rules (what has to be said
 * before `ready`, what a sandboxed preload may require, that messages are cloned and ports move once, that everything is
 * allowed until it is refused) and lets a test play the system, the person and a hostile page.
 */
export interface DoubleOptions {
  /** False for a second start on the same computer. */
  first?: boolean
  packaged?: boolean
  keychain?: 'gnome_libsecret' | 'basic_text'
  screens?: { x: number; y: number; width: number; height: number }[]
}

export function electronDouble({
  first = true,
  packaged = false,
  keychain = 'gnome_libsecret',
  screens = [{ x: 0, y: 0, width: 1920, height: 1080 }],
}: DoubleOptions = {}) {
  const app = new Application({ first, packaged })
  const schemes = new SchemeRegistry(app)
  const ipcMain = new EventEmitter()
  const state: DoubleState = { app, ipcMain, windows: [], contents: [], request: url => schemes.request(url) }
  app.on('before-quit', () => {
    for (const window of [...state.windows]) window.close()
  })
  const permissions = new Permissions()
  const desktop = new Desktop()
  const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }

  const session = Object.assign(permissions, { protocol: schemes })
  /** What `import … from 'electron'` gives. */
  const module = {
    app,
    BrowserWindow: browserWindowOf(state),
    dialog: desktop.dialog,
    ipcMain,
    Menu: {
      buildFromTemplate: checkedMenu,
      setApplicationMenu: (menu: MenuItem[]) => {
        desktop.menu = menu
      },
    },
    MessageChannelMain,
    MessagePortMain,
    nativeTheme,
    net: {
      request: (options: RequestOptions) => {
        if (!app.isReady()) throw new Error('net module can only be used after app is ready')
        return new ClientRequest(options)
      },
    },
    Notification: desktop.notificationClass(),
    protocol: schemes,
    safeStorage: new SafeStorage(app, keychain),
    screen: {
      getAllDisplays: () => {
        if (!app.isReady()) throw new Error('screen cannot be used before app is ready')
        return screens.map(workArea => ({ workArea }))
      },
    },
    session: {
      get defaultSession() {
        if (!app.isReady()) throw new Error('Session can only be received when app is ready')
        return session
      },
    },
    shell: desktop.shell,
  }
  return { module, state, schemes, permissions, desktop, nativeTheme }
}
export type ElectronDouble = ReturnType<typeof electronDouble>
