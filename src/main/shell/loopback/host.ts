import { keyringSecrets } from '../../settings/index.ts'
import type { Host } from '../host.ts'
import type { Surroundings } from '../surroundings.ts'
import { openInBrowser } from './system-browser.ts'

/** What a browser window cannot be given by the system is left to the window: it asks for a folder by its path. */
export function loopbackHost(surroundings: Surroundings): Host {
  return {
    shell: 'loopback',
    canChooseFolder: false,
    chooseFolder: async () => null,
    secrets: keyringSecrets(),
    openExternal: async url => {
      await openInBrowser(url, surroundings)
    },
    // The window shows notices and follows the theme by itself: there is no frame or dialog of the system's around it.
    notify: () => undefined,
    setTheme: () => undefined,
    fetch: globalThis.fetch,
  }
}
