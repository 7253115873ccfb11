import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

describe('the rule of the house sees what a file leads to', () => {
  const door = '../main/git/index.ts'

  /** Every way to write an import that stands anywhere in the sources, or could. */
  test.each<[string, string]>([
    ['a name', `import { a } from '${door}'`],
    ['a type', `import type { A } from '${door}'`],
    ['a type among names', `import { type A } from '${door}'`],
    ['everything', `import * as git from '${door}'`],
    ['only what it does', `import '${door}'`],
    ['a name that is passed on', `export { a } from '${door}'`],
    ['a type that is passed on', `export type { A } from '${door}'`],
    ['everything, passed on', `export * from '${door}'`],
    ['everything, passed on under a name', `export * as git from '${door}'`],
    ['later', `export async function a() {\n  const { b } = await import('${door}')\n  return b\n}`],
    ['later, in an arrow', `export const a = lazy(() => import('${door}'), 'A')`],
    ['later, in a list of a checked shape', `export const a = [{ b: () => import('${door}') }] satisfies object[]`],
    ['later, in an attribute', `export const a = <A load={() => import('${door}')} />`],
    ['later, as something else', `export const a = (await import('${door}')) as object`],
  ])('imported as %s', async (how, source) => {
    const files = { 'src/renderer/a.tsx': source, 'src/main/git/index.ts': 'export {}' }
    expect(await broken(`seen-${how.replaceAll(/\W+/g, '-')}`, files)).toContain('window-and-main-meet-in-the-contract')
  })

  test('and no file imports a type in the middle of a line, which it would not see', () => {
    // What is loaded when it is needed is a value: `import('./b.ts').then(…)`, or one of a list.
    const inTheMiddle = /\btypeof import\(|\bimport\([^()]*\)\.(?!then\b)/
    expect(inTheMiddle.test("function a(b: import('./b.ts').B) {}")).toBe(true)
    const src = new URL('../../src/', import.meta.url).pathname
    const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(500)
    expect(sources.filter(name => inTheMiddle.test(readFileSync(join(src, name), 'utf8')))).toEqual([])
  })
})
