import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { ElectronPackage } from './electron-binary.ts'
import { hasDisplay, type Surroundings } from './surroundings.ts'

export type Wish = 'electron' | 'loopback' | 'auto'

export interface ElectronFacts {
  /** Null where Electron's package is not installed. */
  package: ElectronPackage | null
  /** The last fetch that failed on this computer. */
  failed: { version: string; at: string } | null
}

export type Choice =
  | { kind: 'electron'; binary: string }
  /** Try to fetch Electron; if that fails, see `without`. */
  | { kind: 'fetch-electron'; folder: string; version: string }
  /** `why` is one sentence for the person. */
  | { kind: 'loopback'; why: string }
  | Refusal

const day = 24 * 60 * 60 * 1000

/**
 * Which shell opens the window. What could never work here is asked first, so that nothing is fetched that could not be
 * used; a fetch that failed is not tried again for a day, unless Electron is asked for by name.
 */
export function chooseShell(wish: Wish, here: Surroundings, electron: ElectronFacts, now: Date): Choice {
  if (wish === 'loopback') return { kind: 'loopback', why: 'Signpost opens in a browser, as you asked.' }
  const hindrance = hindranceOf(here)
  if (hindrance !== null) return without(wish, hindrance)
  if (electron.package === null) return without(wish, 'Electron is not installed here')
  const { binary, folder, version } = electron.package
  if (binary !== null) return { kind: 'electron', binary }
  if (here.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    return without(wish, 'Electron is not on this computer, and ELECTRON_SKIP_BINARY_DOWNLOAD asks not to fetch it')
  }
  if (wish === 'auto' && failedLately(version, electron.failed, now)) {
    return without(wish, 'Electron could not be fetched within the last day (--shell electron tries again)')
  }
  return { kind: 'fetch-electron', folder, version }
}

/** What follows when Electron cannot be had after all: the browser, unless Electron was asked for by name. */
export function without(wish: Wish, reason: string): { kind: 'loopback'; why: string } | Refusal {
  if (wish === 'electron') {
    return refuse(
      'no-electron',
      `Signpost cannot open its own window here: ${reason}.`,
      'Use --shell loopback to open Signpost in a browser instead.',
    )
  }
  return { kind: 'loopback', why: `Signpost opens in a browser instead of its own window: ${reason}.` }
}

function hindranceOf(here: Surroundings): string | null {
  if (!hasDisplay(here)) return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'
  if (here.platform === 'linux' && here.uid === 0)
    return 'it was started as root, where the window’s sandbox does not work'
  if (!here.sandbox) return 'this system does not allow the sandbox that keeps the window safe'
  return null
}

function failedLately(version: string, failed: ElectronFacts['failed'], now: Date): boolean {
  if (failed === null || failed.version !== version) return false
  const since = now.getTime() - Date.parse(failed.at)
  // A clock that was set back must not stop it for ever.
  return since >= 0 && since < day
}
