import type { TestProject } from 'vitest/node'
import { electronHere, shellsUsed } from './find-electron.ts'
import { installDebianPackage, programNamed } from './install.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Chromium that drives the window. */
    browser: string
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']

/** Finds a browser of Chromium's family, or installs Debian's, and says in which shells the tests run. `SIGNPOST_BROWSER` names another. */
export function setup(project: TestProject): void {
  let browser = process.env.SIGNPOST_BROWSER ?? programNamed(...names)
  if (!browser) {
    installDebianPackage('chromium', 'a browser')
    browser = programNamed(...names)
  }
  if (!browser) throw new Error('No browser was found, and installing Chromium gave none.')
  process.stderr.write(`${shellsUsed(browser, electronHere())}\n`)
  project.provide('browser', browser)
}
