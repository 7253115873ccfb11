import { lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/main/publish/build.ts'
import { growingTree } from '../../src/main/publish/growing-tree.ts'
import { manifestName } from '../../src/main/publish/manifest.ts'
import { isRefusal, refuse } from '../../src/shared/outcome.ts'
import type { SiteInput } from '../../src/shared/site/index.ts'
import { ids, page, picture, siteOf, smallSite } from '../site/site-of.ts'
import { contentsOf, putFiles, someFolder } from './folders.ts'

const theme = 'resources/site'
const readMedia = async (name: string) => new TextEncoder().encode(`the bytes of ${name}`)

let out: string
beforeEach(async () => {
  out = join(await someFolder(), 'site')
})
const build = (input: SiteInput, folder = out) =>
  buildSite(input, folder, { readMedia, theme, site: 'southend', isOurs: folder === out && !folder.endsWith('theirs') })

async function builtNow(input: SiteInput, folder = out) {
  const built = await build(input, folder)
  if (isRefusal(built)) throw new Error(built.sentence)
  return built
}

test('a built site has every page, its style, its script and its search', async () => {
  const built = await builtNow(smallSite())
  const paths = Object.keys(await contentsOf(out))
  expect(paths).toEqual(
    expect.arrayContaining([
      'index.html',
      'education/moving/index.html',
      'services/chess/index.html',
      'assets/site.css',
      'assets/search.js',
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json',
      'version.json',
      'media/hall.jpg',
      manifestName,
    ]),
  )
  expect(built).toMatchObject({ pages: 4, written: paths.length - 1, unchanged: 0, removed: 0 })
})

test('the same content is the same bytes, in any folder', async () => {
  const other = join(await someFolder(), 'another')
  await builtNow(smallSite())
  await builtNow(smallSite(), other)
  expect(await contentsOf(other)).toEqual(await contentsOf(out))
})

test('building again writes nothing, and a new publish only its stamp', async () => {
  const first = await builtNow(smallSite())
  expect(await builtNow(smallSite())).toMatchObject({ written: 0, unchanged: first.written, removed: 0 })
  const again = await builtNow(smallSite({ stamp: { publish: 'next', at: '2026-11-23T09:00:00.000Z' } }))
  expect(again).toMatchObject({ written: 1, unchanged: first.written - 1, removed: 0 })
})

test('a site that grew and shrank step by step is the one that is built at once', async () => {
  const words = fc.constantFrom(
    'Travel.',
    'A break.',
    `See [there](page:${ids.plans}).`,
    '::figure{src="media/hall.jpg" alt="A hall"}',
  )
  const texts = (id: string) =>
    fc.option(
      fc.tuple(fc.constantFrom('Plans', 'Travel', 'A club'), words).map(([title, body]) => page(id, title, body)),
      { nil: null },
    )
  const sites = fc
    .record({
      'pages/education/a.md': texts(ids.moving),
      'pages/education/b.md': texts(ids.plans),
      'pages/health/c.md': texts(ids.travel),
      'services/d.md': texts(ids.club),
    })
    .map(files => Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
    .map(files => siteOf(Object.fromEntries(files), { media: new Map([['hall.jpg', picture]]) }))
  await fc.assert(
    fc.asyncProperty(fc.array(sites, { minLength: 2, maxLength: 4 }), async steps => {
      await rm(out, { recursive: true, force: true })
      for (const step of steps) {
        await builtNow(step)
        expect(await foldersWithNothing(out)).toEqual([])
      }
      const fresh = join(await someFolder(), 'fresh')
      const last = steps.at(-1)
      if (last !== undefined) await builtNow(last, fresh)
      expect(await contentsOf(out)).toEqual(await contentsOf(fresh))
    }),
    { numRuns: 6 },
  )
})

const madeAtOnce = new Map<string, Record<string, string>>()

/** What a site is that nothing was made of before, once for each. */
async function atOnce(site: SiteInput): Promise<Record<string, string>> {
  const name = JSON.stringify([site.stamp, site.pages])
  const known = madeAtOnce.get(name)
  if (known !== undefined) return known
  const fresh = join(await someFolder(), 'fresh')
  await builtNow(site, fresh)
  const contents = await contentsOf(fresh)
  madeAtOnce.set(name, contents)
  return contents
}

/** A site has none, and what grew from an earlier one has none either. */
async function foldersWithNothing(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const inside = await Promise.all(
    entries.filter(entry => entry.isDirectory()).map(({ name }) => foldersWithNothing(join(folder, name))),
  )
  return entries.length === 0 ? [folder] : inside.flat()
}

describe('the folder is never half a site', () => {
  const changed = () => smallSite({ stamp: { publish: 'next', at: '2026-11-23T09:00:00.000Z' } })

  test('a file that cannot be had stops the build, and the old site stays to the byte', async () => {
    await builtNow(smallSite())
    const before = await contentsOf(out)
    const failing = async () => refuse('gone', 'It is not there.', 'Look for it.')
    const outcome = await buildSite(changed(), out, { readMedia: failing, theme, site: 'southend' })
    expect(outcome).toMatchObject({ kind: 'refused', code: 'gone' })
    expect(await contentsOf(out)).toEqual(before)
  })

  test('stopping in the middle leaves the old site to the byte', async () => {
    await builtNow(smallSite())
    const before = await contentsOf(out)
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const outcome = await buildSite(changed(), out, {
      readMedia,
      theme,
      site: 'southend',
      onProgress,
      signal: stop.signal,
    })
    expect(outcome).toMatchObject({ kind: 'refused', code: 'stopped' })
    expect(await contentsOf(out)).toEqual(before)
  })

  test('a build that was killed between taking the old site away and putting the new one is put right', async () => {
    await builtNow(smallSite())
    const before = await contentsOf(out)
    await rename(out, `${out}.signpost-before`)
    await putFiles(`${out}.signpost-next`, { 'index.html': 'half' })
    expect(await builtNow(smallSite())).toMatchObject({ written: 0 })
    expect(await contentsOf(out)).toEqual(before)
    expect((await readdir(join(out, '..'))).toSorted()).toEqual(['site', 'site.signpost-kept'])
  })

  test('changing a file of the built site never changes the next ones', async () => {
    await builtNow(smallSite())
    await builtNow(changed())
    const css = join(out, 'assets/site.css')
    const before = await readFile(css, 'utf8')
    await rm(css)
    await writeFile(css, 'other')
    for (const site of [smallSite(), changed(), smallSite()]) {
      await builtNow(site)
      expect(await readFile(css, 'utf8')).toBe(before)
    }
  })

  const kept = () => `${out}.signpost-kept`
  const next = () => `${out}.signpost-next`
  const formerly = () => `${out}.signpost-before`
  test.each([
    ['as it took up the tree that was kept', () => rename(kept(), next())],
    [
      'as it brought that one up to date',
      async () => {
        await rename(kept(), next())
        await rm(join(next(), 'index.html'))
        await putFiles(next(), { 'education/left/index.html': 'half', 'index.html': 'half' })
      },
    ],
    [
      'as it took the old tree away',
      async () => {
        await rename(kept(), next())
        await rename(out, formerly())
      },
    ],
    [
      'as it put the new tree in its place',
      async () => {
        await rename(out, formerly())
        await rename(kept(), out)
      },
    ],
    ['as it took away a tree that was not kept', () => rename(kept(), formerly())],
  ])('a build that was killed %s is put right', async (_, killed) => {
    const without = siteOf({ 'pages/education/b.md': page(ids.plans, 'Plans') })
    for (const site of [smallSite(), without]) await builtNow(site)
    await killed()
    for (const site of [without, smallSite()]) {
      await builtNow(site)
      expect(await contentsOf(out)).toEqual(await atOnce(site))
    }
  })

  test('a file takes the place of a folder, and a folder that of a file', async () => {
    await putFiles(next(), { 'a-to-z': 'a file', 'media/hall/index.html': 'in a folder', 'media/map.png': 'gone' })
    await putFiles(out, { 'a-to-z/index.html': 'taken over' })
    const left = new Set(['a-to-z', 'media/hall/index.html', 'media/map.png'])
    const tree = growingTree(out, next(), left)
    tree.takeOver('a-to-z/index.html')
    tree.write('media/hall', 'a file now')
    await tree.tidy()
    expect(await contentsOf(next())).toEqual({ 'a-to-z/index.html': 'taken over', 'media/hall': 'a file now' })
    expect(() => tree.write('media/hall', 'another')).toThrow('EEXIST')
  })
})

describe('somebody else’s files', () => {
  test('a folder with anything else in it is refused', async () => {
    await putFiles(out, { 'holiday.jpg': 'mine' })
    expect(await build(smallSite())).toMatchObject({ kind: 'refused', code: 'not-this-site' })
    expect(await contentsOf(out)).toEqual({ 'holiday.jpg': 'mine' })
  })

  test('another Local Offer is refused', async () => {
    await buildSite(smallSite(), out, { readMedia, theme, site: 'essex' })
    expect(await build(smallSite())).toMatchObject({ code: 'not-this-site' })
  })

  test('what was added to the site’s folder stays there, links included', async () => {
    out = join(out, '../theirs')
    await builtNow(smallSite())
    await putFiles(out, { '.htaccess': 'theirs' })
    await mkdir(join(out, 'elsewhere'))
    await symlink('/nowhere', join(out, 'elsewhere/link'))
    await builtNow(smallSite({ stamp: { publish: 'next', at: '2026-11-23T09:00:00.000Z' } }))
    expect(await readFile(join(out, '.htaccess'), 'utf8')).toBe('theirs')
    expect((await lstat(join(out, 'elsewhere/link'))).isSymbolicLink()).toBe(true)
    expect(await readdir(join(out, '..'))).toEqual(['theirs'])
  })
})

test('a picture goes on the site without what a camera wrote beside it', async () => {
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const chunk = (name: string, words: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(words.length)
    return Buffer.concat([length, Buffer.from(name + words, 'latin1'), Buffer.alloc(4)])
  }
  const taken = Buffer.concat([start, chunk('IHDR', '13 bytes long'), chunk('tEXt', 'at home'), chunk('IEND', '')])
  await buildSite(smallSite(), out, { readMedia: async () => taken, theme, site: 'southend' })
  const built = await readFile(join(out, 'media/hall.jpg'))
  expect(built).toEqual(Buffer.concat([start, chunk('IHDR', '13 bytes long'), chunk('IEND', '')]))
})

test('a page that is gone is gone from the site and from the search', async () => {
  const both = {
    'pages/education/a.md': page(ids.moving, 'Moving', 'Zebra.'),
    'pages/education/b.md': page(ids.plans, 'Plans'),
  }
  await builtNow(siteOf(both))
  const entries = async () =>
    JSON.parse(await readFile(join(out, 'pagefind/pagefind-entry.json'), 'utf8')).languages['en-gb'].page_count
  expect(await entries()).toBe(2)
  const built = await builtNow(siteOf({ 'pages/education/b.md': page(ids.plans, 'Plans') }))
  expect(await entries()).toBe(1)
  expect(built.removed).toBeGreaterThan(2)
  expect(Object.keys(await contentsOf(out)).filter(path => path.includes('education/a'))).toEqual([])
})
