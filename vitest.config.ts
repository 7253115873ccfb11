import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { electronHere } from './tests/set-up/find-electron.ts'
import { quickDisk } from './tests/set-up/quick-disk.ts'

const disk = quickDisk()
if (disk !== null) process.env.TMPDIR ??= disk

/** A test waits for a disk, a browser or another program most of its time, so that two keep two processors busy. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** What every test of the whole app has: each step with as long as a slow machine needs. */
const wholeApp = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  setupFiles: ['tests/end-to-end/show-failed.ts'],
}

/** The stories of the people, which hold in either shell. The other end-to-end files are about the site or the screens. */
const stories = ['story', 'sharing', 'review-and-publish'].map(name => `tests/end-to-end/${name}.test.ts`)

const inElectron = {
  test: {
    ...wholeApp,
    name: 'e2e-electron',
    include: stories,
    globalSetup: ['tests/set-up/find-git.ts', 'tests/set-up/give-display.ts', 'tests/set-up/make-sample.ts'],
    provide: { shell: 'electron' as const },
    // One window at a time: on a display there is one focus.
    fileParallelism: false,
    sequence: { groupOrder: 1 },
  },
}

/**
 * Tests that put something else in the place of a module, or that change the whole process (the proxy that everything goes
 * through): each such file needs a process of its own.
 */
const alone = ['desk/check-hands', 'security/electron', 'shell/electron', 'shell/network', 'shell/tell-daily'].map(
  name => `tests/${name}.test.ts`,
)

/** One summary: the whole app in a real browser, everything that needs none, and the app in real Electron where one is. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/end-to-end/**', 'tests/bench/**', ...alone],
          globalSetup: ['tests/set-up/find-git.ts', 'tests/set-up/find-sshd.ts'],
          testTimeout: 30_000,
          maxWorkers,
          // To load the program anew for each of some hundred files takes as long as all that they test.
          isolate: false,
        },
      },
      { test: { name: 'unit-alone', include: alone, testTimeout: 30_000, maxWorkers } },
      {
        test: {
          ...wholeApp,
          name: 'e2e',
          include: ['tests/end-to-end/**/*.test.ts'],
          globalSetup: ['tests/set-up/find-git.ts', 'tests/set-up/find-browser.ts', 'tests/set-up/make-sample.ts'],
          provide: { shell: 'loopback' as const },
          maxWorkers,
          isolate: false,
        },
      },
      ...(electronHere().kind === 'found' ? [inElectron] : []),
    ],
  },
})
