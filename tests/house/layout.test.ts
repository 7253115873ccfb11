import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type IRuleSetType } from 'dependency-cruiser'
import { afterAll, describe, expect, test } from 'vitest'

/** `npm run lint` proves the arrows of the house; this proves that the rule can say no. */

interface Rules extends IRuleSetType {
  options: ICruiseOptions
}
const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules
const folder = mkdtempSync(join(tmpdir(), 'signpost-house-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The names of the rules that a house of these files breaks. */
async function broken(name: string, files: Record<string, string>): Promise<string[]> {
  const house = join(folder, name)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), content)
  }
  const { output } = await cruise(['src'], { ...rules.options, ruleSet: rules, validate: true, baseDir: house })
  return typeof output === 'string' ? [] : output.summary.violations.map(violation => violation.rule.name)
}

describe('the rule of the house says no to', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a shared file that touches the disk', 'shared-touches-nothing', { 'src/shared/site/a.ts': "import 'node:fs'" }],
    [
      'a window that reaches past the contract',
      'window-and-main-meet-in-the-contract',
      { 'src/renderer/a.ts': "import '../main/git/index.ts'", 'src/main/git/index.ts': 'export {}' },
    ],
    [
      'a folder that is entered by the window',
      'main-folders-meet-at-their-doors',
      { 'src/main/desk/a.ts': "import '../git/sync.ts'", 'src/main/git/sync.ts': 'export {}' },
    ],
    [
      'a document model that knows what is built on it',
      'content-is-the-ground',
      { 'src/shared/content/a.ts': "import '../checks/b.ts'", 'src/shared/checks/b.ts': 'export {}' },
    ],
    [
      'files that lead to one another, even by their types',
      'no-cycles',
      {
        'src/main/desk/a.ts': "import type { B } from './b.ts'\nexport type A = B",
        'src/main/desk/b.ts': "import type { A } from './a.ts'\nexport type B = A",
      },
    ],
  ])('%s', async (what, rule, files) => {
    expect(await broken(what.replaceAll(/\W+/g, '-'), files)).toContain(rule)
  })

  test('nothing, where the arrows point down', async () => {
    const files = { 'src/main/desk/a.ts': "import '../git/index.ts'", 'src/main/git/index.ts': 'export {}' }
    expect(await broken('well', files)).toEqual([])
  })
})
