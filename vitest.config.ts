import { defineConfig } from 'vitest/config'
import { electronHere } from './tests/set-up/find-electron.ts'

/** What every test of the whole app has: one file after the other, each with as long as a slow machine needs. */
const wholeApp = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  fileParallelism: false,
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
    sequence: { groupOrder: 2 },
  },
}

/** One summary: everything that needs no browser, then the whole app in a real one, and in real Electron where one is. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/end-to-end/**', 'tests/bench/**'],
          globalSetup: ['tests/set-up/find-git.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...wholeApp,
          name: 'e2e',
          include: ['tests/end-to-end/**/*.test.ts'],
          globalSetup: ['tests/set-up/find-git.ts', 'tests/set-up/find-browser.ts', 'tests/set-up/make-sample.ts'],
          provide: { shell: 'loopback' as const },
          sequence: { groupOrder: 1 },
        },
      },
      ...(electronHere().kind === 'found' ? [inElectron] : []),
    ],
  },
})
