import { defineConfig } from 'vitest/config'

/** Two projects, one summary: everything that needs no browser, then the whole app in a real one. */
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
          name: 'e2e',
          include: ['tests/end-to-end/**/*.test.ts'],
          globalSetup: ['tests/set-up/find-git.ts', 'tests/set-up/find-browser.ts', 'tests/set-up/make-sample.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
