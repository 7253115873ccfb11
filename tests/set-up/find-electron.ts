import { chooseShell } from '../../src/main/shell/choose.ts'
import { type ElectronPackage, findElectron } from '../../src/main/shell/electron-binary.ts'
import { hasDisplay, type Surroundings, surroundingsOf } from '../../src/main/shell/surroundings.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { programNamed } from './install.ts'

export type ElectronHere =
  /** `xvfb` is the program that makes a display, where there is none; null where there is one. */
  | { kind: 'found'; binary: string; version: string; xvfb: string | null }
  /** One sentence. */
  | { kind: 'missing'; why: string }

/**
 * Whether the end-to-end tests can run in real Electron here: by the rule that `npm start` goes by, but for two things.
 * A test fetches nothing, and a display that nobody looks at will do.
 */
export function electronFor(here: Surroundings, found: ElectronPackage | null, xvfb: string | null): ElectronHere {
  const without = hasDisplay(here) ? null : xvfb
  const shown = without === null ? here : { ...here, env: { ...here.env, DISPLAY: without } }
  const choice = chooseShell('electron', shown, { package: found, failed: null }, new Date())
  if (isRefusal(choice)) return { kind: 'missing', why: choice.sentence }
  if (choice.kind === 'electron') {
    return { kind: 'found', binary: choice.binary, version: found?.version ?? '', xvfb: without }
  }
  return { kind: 'missing', why: 'Electron’s program is not in its package (“npm start” fetches it once).' }
}

export function electronHere(): ElectronHere {
  return electronFor(surroundingsOf(process), findElectron(import.meta.filename, process.env), programNamed('Xvfb'))
}

/** One line that says which shells the tests use, and why not the other. */
export function shellsUsed(browser: string, electron: ElectronHere): string {
  const loopback = `End-to-end tests use the loopback window in ${browser}`
  if (electron.kind === 'missing') return `${loopback}, and not Electron: ${electron.why}`
  const display = electron.xvfb === null ? '' : ', on a display that nobody looks at'
  return `${loopback}, and Electron ${electron.version} (${electron.binary})${display}.`
}
