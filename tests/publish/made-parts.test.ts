import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { buildSite } from '../../src/main/publish/build.ts'
import { partsMemory, rememberingParts } from '../../src/main/publish/made-parts.ts'
import { hashOf, manifestName } from '../../src/main/publish/manifest.ts'
import type { OnProgress } from '../../src/main/publish/progress.ts'
import { standingSite } from '../../src/main/publish/standing-site.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { SiteInput } from '../../src/shared/site/index.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'
import { anyStory, sameEntries } from '../site/any-site.ts'
import { ids, page, siteOf } from '../site/site-of.ts'
import { contentsOf, someFolder } from './folders.ts'

/** A site of which most parts were made before is the site that is made at once, to the byte. */

afterEach(tidyUp)

const theme = 'resources/site'

/**
 * A computer that remembers: each build goes on from the one before, by a program that is open or by one that is started for each.
 * `read` are the media files that were read for it, `told` how many pages were told to be done, time after time.
 */
async function computer({ isOpen = false } = {}) {
  const open = isOpen ? { standing: standingSite(), memory: partsMemory() } : {}
  const dataFolder = mkdtempSync(join(temporaryFolder(), 'data-'))
  const out = join(await someFolder(), 'site')
  const read: string[] = []
  const told: number[] = []
  const onProgress: OnProgress = ({ sentence, done }) => {
    if (sentence === 'Making the pages') told.push(done)
  }
  const readMedia = async (name: string) => {
    read.push(name)
    return Buffer.from(`the bytes of ${name}`)
  }
  return {
    out,
    read,
    told,
    memory: join(dataFolder, 'parts.memory'),
    async build(input: SiteInput) {
      const names = new Map([...input.pages, ...input.services].map(entry => [`${entry.path}`, hashed(entry.doc)]))
      const nameOf = (path: string) => names.get(path) ?? (path.startsWith('media/') ? hashOf(path) : undefined)
      const built = await rememberingParts({ dataFolder, program: 'this one', ...open }, parts =>
        buildSite(input, out, {
          readMedia,
          theme,
          site: 'southend',
          parts,
          nameOf,
          isOurs: true,
          ...open,
          onSecondLook,
          onProgress,
        }),
      )
      if (isRefusal(built)) throw new Error(built.sentence)
      return built
    },
  }
}

/** In these tests nothing is ever other than it is known to be. */
function onSecondLook(fault: unknown): never {
  throw new Error('the short way led nowhere', { cause: fault })
}

const hashed = (value: unknown) => hashOf(JSON.stringify(value))

async function atOnce(input: SiteInput): Promise<Record<string, string>> {
  const out = join(await someFolder(), 'site')
  const readMedia = async (name: string) => Buffer.from(`the bytes of ${name}`)
  const built = await buildSite(input, out, { readMedia, theme, site: 'southend' })
  if (isRefusal(built)) throw new Error(built.sentence)
  return await contentsOf(out)
}

test('whatever changes, and whatever breaks in what is remembered', { timeout: 120_000 }, async () => {
  const damage = fc.option(fc.double({ min: 0, max: 0.99, noNaN: true }), { nil: null, freq: 3 })
  await fc.assert(
    fc.asyncProperty(anyStory(2), damage, async (steps, broken) => {
      const { build, out, memory } = await computer()
      for (const site of steps) {
        await build(site)
        expect(await contentsOf(out)).toEqual(await atOnce(site))
        if (broken === null) continue
        const kept = await readFile(memory)
        const at = Math.floor(kept.length * broken)
        kept[at] = (kept[at] ?? 0) ^ 1
        await writeFile(memory, kept)
      }
    }),
    { numRuns: 3 },
  )
})

test('whatever changes while the program stays open', { timeout: 120_000 }, async () => {
  let went = 0
  await fc.assert(
    fc.asyncProperty(anyStory(4), async story => {
      const { build, out } = await computer({ isOpen: true })
      for (const site of sameEntries(story)) {
        await build(site)
        went += 1
        expect(await contentsOf(out)).toEqual(await atOnce(site))
      }
    }),
    { numRuns: 2 },
  )
  expect(went).toBeGreaterThan(4)
})

test('where words alone changed while the program stays open, no other part is asked for, and the site is the same', async () => {
  const before = siteOf({
    'pages/education/a.md': page(ids.moving, 'Moving', 'One.'),
    'pages/education/b.md': page(ids.travel, 'Travel', 'By bus.'),
    'pages/health/c.md': page(ids.plans, 'Plans', 'A plan.'),
  })
  const words = (text: string) => {
    const [, moved] = sameEntries([before, siteOf({ 'pages/education/a.md': page(ids.moving, 'Moving', text) })])
    return { ...before, pages: before.pages.map(entry => moved?.pages.find(one => one.path === entry.path) ?? entry) }
  }
  const { build, out, told } = await computer({ isOpen: true })
  for (const text of ['One.', 'Two.', 'Three words.']) {
    told.length = 0
    await build(words(text))
  }
  expect(await contentsOf(out)).toEqual(await atOnce(words('Three words.')))
  expect(told).toEqual([3])
})

test('an open program looks at no file that it knows, and at each once somebody else built there', async () => {
  const site = (words: string) => siteOf({ 'pages/education/a.md': page(ids.moving, 'Moving', words) })
  const { build, out } = await computer({ isOpen: true })
  for (const words of ['One.', 'Two.', 'Three.']) await build(site(words))
  const home = join(out, 'index.html')
  await writeFile(home, 'other words')
  await build(site('Four.'))
  expect(await readFile(home, 'utf8')).toBe('other words')
  const list = join(out, manifestName)
  const bytes = await readFile(list)
  await rm(list)
  await writeFile(list, bytes)
  await build(site('Five.'))
  expect(await contentsOf(out)).toEqual(await atOnce(site('Five.')))
})

test('what was made before is neither made nor read again', async () => {
  const words = (travel: string) =>
    siteOf({
      'pages/education/a.md': page(ids.moving, 'Moving', 'By train.'),
      'pages/education/b.md': page(ids.travel, 'Travel', travel),
    })
  const { build, out } = await computer()
  await build(words('The bus.'))
  const site = words('The tram.')
  const untouched = site.pages.map(entry => (entry.fields.id === ids.moving ? { ...entry, doc: unread() } : entry))
  expect(await build({ ...site, pages: untouched })).toMatchObject({ pages: 2 })
  expect(await contentsOf(out)).toEqual(await atOnce(site))
})

/** Words that nobody may look into; their name is that of the words that the page has. */
function unread() {
  const { doc } = siteOf({ 'pages/education/a.md': page(ids.moving, 'Moving', 'By train.') }).pages[0] ?? {}
  if (doc === undefined) throw new Error('there is no such page')
  return {
    type: doc.type,
    toJSON: () => doc,
    get content(): never {
      throw new Error('the words were read')
    },
  }
}

test('a file that somebody took out of the built site is made again', async () => {
  const site = siteOf({ 'pages/education/a.md': page(ids.moving, 'Moving', 'By train.') })
  const { build, out } = await computer()
  await build(site)
  await rm(join(out, 'education/a/index.html'))
  expect(await build(site)).toMatchObject({ written: 1 })
  expect(await contentsOf(out)).toEqual(await atOnce(site))
})

test('a picture that was looked at and put on the site is not read again', async () => {
  const body = '::figure{src="media/hall.jpg" alt="A hall"}'
  const media = new Map([['hall.jpg', { bytes: 9, width: 1, height: 1, alt: '', trouble: null }]])
  const site = (title: string) => siteOf({ 'pages/education/a.md': page(ids.moving, title, body) }, { media })
  const { build, read } = await computer()
  await build(site('Moving'))
  expect(new Set(read.splice(0))).toEqual(new Set(['hall.jpg']))
  await build(site('Moving here'))
  expect(read).toEqual([])
})
