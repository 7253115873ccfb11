import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What is asked of no workspace, or only about a question that somebody has to choose about. */
const notOfAWorkspace: Readonly<Record<string, string>> = {
  'start.hello': 'what is known before a workspace is open',
  'checks.help': 'a text that comes with the program',
  'sync.tryOut': 'an answer that is being written to words that clash',
  'sync.state': 'what sharing last said of itself',
}

const root = join(import.meta.dirname, '../..')

/** The bench proves that every screen answers soon, so it has to ask what every screen asks. */
test('what any screen asks is measured by the bench of screens, or said why not', () => {
  const window = globSync('src/renderer/**/*.{ts,tsx}', { cwd: root }).map(path =>
    readFileSync(join(root, path), 'utf8'),
  )
  const asked = window.flatMap(text => [...text.matchAll(/orpc\.(\w+\.\w+)\.(?:infinite|query)Options\b/g)])
  const measured = [...readFileSync(join(root, 'tests/bench/screen-asks.ts'), 'utf8').matchAll(/at\('(\w+\.\w+)'/g)]
  const names = new Set(asked.map(([, name = '']) => name))
  expect(names.size).toBeGreaterThan(40)
  const known = new Set([...measured.map(([, name = '']) => name), ...Object.keys(notOfAWorkspace)])
  expect([...names].filter(name => !known.has(name))).toEqual([])
})
