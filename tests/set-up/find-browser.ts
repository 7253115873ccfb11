import type { TestProject } from 'vitest/node'
import { installDebianPackage, programNamed } from './install.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Chromium that drives the window. */
    browser: string
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']

/** Finds a browser of Chromium's family, or installs Debian's. `SIGNPOST_BROWSER` names another. */
export function setup(project: TestProject): void {
  let browser = process.env.SIGNPOST_BROWSER ?? programNamed(...names)
  if (!browser) {
    installDebianPackage('chromium', 'a browser')
    browser = programNamed(...names)
  }
  if (!browser) throw new Error('No browser was found, and installing Chromium gave none.')
  process.stderr.write(`End-to-end tests use the loopback window in ${browser}.\n`)
  project.provide('browser', browser)
}
