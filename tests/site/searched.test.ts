import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask, type Index, type KnownWords, ranking } from '../../resources/site/search-asking.js'
import { excerptOf } from '../../resources/site/search-excerpt.js'
import { hashOf } from '../../src/main/publish/manifest.ts'
import { growingSearch, searchedIn } from '../../src/main/publish/search/index.ts'
import type { FileBytes } from '../../src/main/publish/theme.ts'
import { isListed } from '../../src/shared/checks/words/english.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { familyTasks } from './family-tasks.ts'
import { sampleSite } from './sample-site.ts'
import { renderSite } from './whole-site.ts'

/** The search of the sample's site as families have it, with Pagefind's own index and program, but without a browser. */

let folder = ''
let index: Index
let known: KnownWords

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'searched-'))
  const files: FileBytes[] = []
  const indexing = growingSearch({
    put: file => files.push(file),
    keep: () => false,
    before: () => null,
    letGo: () => undefined,
    staysByItself: () => false,
    text: () => '',
  })
  for (const { path, content, searchAs } of renderSite(await sampleSite())) {
    if (typeof content !== 'string') continue
    if (searchAs !== undefined) {
      const made = searchedIn(content)
      await indexing.add({ address: searchAs, hash: hashOf(made), html: () => made, made })
    }
    if (path === 'search/words.json') known = JSON.parse(content) as KnownWords
  }
  const made = await indexing.finish()
  await indexing.stop()
  if (isRefusal(made)) throw new Error(made.sentence)
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url.replace(/\?.*$/, '')))))
  const bundle = pathToFileURL(join(folder, 'pagefind/')).href
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as {
    createInstance: (options: object) => Index
  }
  index = pagefind.createInstance({ basePath: bundle, baseUrl: '/', ranking })
}, 120_000)

afterAll(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true })
})

const asked = (text: string) => ask(index, text, known, word => Promise.resolve(isListed(word)))

async function firstFor(text: string, most: number): Promise<string[]> {
  const { results } = await asked(text)
  return (await Promise.all(results.slice(0, most).map(result => result.data()))).map(({ url }) => url)
}

test.each(familyTasks.map(task => [task.says, task] as const))(
  '“%s” is answered among the first five',
  async (says, { answers }) => {
    const found = await firstFor(says, 5)
    expect(found.some(url => answers.includes(url)) || found).toBe(true)
  },
)

test.each([
  ['refusing to go to school', '/education/when-school-feels-too-hard/'],
  ['my child hits me', '/social-care/worried-about-a-child/'],
  ['suicide', '/services/crisis-line/'],
  ['suspended', '/education/suspended-or-excluded/'],
  ['exclusoin', '/education/suspended-or-excluded/'],
  ['excluded from school', '/education/suspended-or-excluded/'],
  ['kicked out of school', '/education/suspended-or-excluded/'],
  ['my son has been excluded', '/education/suspended-or-excluded/'],
])('“%s” is answered first of all', async (says, answer) => expect(await firstFor(says, 1)).toEqual([answer]))

test.each([
  ['ADHD medication', '/health/medicines-at-school/'],
  ['wont eat', '/services/health-visiting/'],
  ['meltdown', '/social-care/early-help/'],
  ['move house', '/education/moving-into-southend-with-an-ehc-plan/'],
  ['grandparent', '/social-care/parent-carers/'],
])('“%s” is answered near the top, and taken for nothing else', async (says, answer) => {
  expect(await firstFor(says, 3)).toContain(answer)
  expect((await asked(says)).mended).toEqual([])
})

describe('what is shown', () => {
  test('is nothing for what no page has', async () => {
    expect(await asked('asdfgh')).toEqual({ results: [], mended: [] })
  })

  test('has the cells of a table apart, and starts with a sentence', async () => {
    const [first] = (await asked('travel to school')).results
    const page = await first?.data()
    expect(page?.raw_content).toContain('Reason. Rule. ')
    const said = page === undefined ? '' : excerptOf(page).map(({ text }) => text)
    expect(said[0]).toMatch(/^[A-Z]/)
  })
})
