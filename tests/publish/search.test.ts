import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { hashOf } from '../../src/main/publish/manifest.ts'
import {
  entryName,
  metaName,
  opened,
  pageFileName,
  readEntry,
  readMeta,
  wordFileName,
} from '../../src/main/publish/search/bundle.ts'
import { growingSearch, searchedIn } from '../../src/main/publish/search/index.ts'
import { indexHand } from '../../src/main/publish/search/index-hand.ts'
import { type PackedReader, packedReader } from '../../src/main/publish/search/packed.ts'
import { endPagefind, startPagefind } from '../../src/main/publish/search/pagefind.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { fileOf } from '../../src/shared/site/index.ts'

/** The search index of a site that grew page by page is the one that is made at once, and says what Pagefind’s own says. */

interface Page {
  address: string
  html: string
}

type Files = ReadonlyMap<string, Uint8Array>

/** The files of a site with these pages, made from those of the site before. */
async function built(pages: readonly Page[], before: Files, atOnce: number): Promise<Files> {
  const files = new Map(pages.map(({ address, html }) => [fileOf(address), Buffer.from(html)] as [string, Uint8Array]))
  const search = growingSearch(
    {
      put: ({ path, bytes }) => files.set(path, bytes),
      keep(path) {
        const bytes = before.get(path)
        if (bytes !== undefined) files.set(path, bytes)
        return bytes !== undefined
      },
      before: path => before.get(path) ?? null,
      letGo: () => undefined,
      staysByItself: () => false,
      text: path => Buffer.from(files.get(path) ?? []).toString(),
    },
    atOnce,
  )
  try {
    for (const { address, html } of pages) {
      const made = searchedIn(html)
      await search.add({ address, hash: hashOf(made), html: () => made, made })
    }
    const made = await search.finish()
    if (isRefusal(made)) throw new Error(made.detail)
  } finally {
    await search.stop()
  }
  return files
}

const nothing: Files = new Map()
const hashesOf = (files: Files) => Object.fromEntries([...files].map(([path, bytes]) => [path, hashOf(bytes)]))

const word = fc.constantFrom(
  'school',
  'Schools',
  'café',
  'cafe',
  'naïve',
  'naive',
  'bus',
  'SS1-2',
  'the',
  'o’clock',
  '𝒜bc',
  'ﬁre',
  'plan',
)
const words = fc.array(word, { maxLength: 30 }).map(list => list.join(' '))
const page = fc.record({
  address: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map(name => `/s/${name}/`),
  language: fc.constantFrom('en-GB', 'en-GB', 'en-GB', 'cy', 'xx'),
  title: words,
  body: words,
  picture: fc.boolean(),
})
type Drawn = typeof page extends fc.Arbitrary<infer T> ? T : never

/** Of two with one address the first. */
function siteOf(drawn: readonly Drawn[]): Page[] {
  const byAddress = new Map(drawn.toReversed().map(each => [each.address, each]))
  return drawn
    .filter(each => byAddress.get(each.address) === each)
    .map(({ address, language, title, body, picture }) => ({
      address,
      html: pageOf(language, title, picture ? `<img src="a.png" alt="the bus"> ${body}` : body),
    }))
}
function pageOf(language: string, title: string, body: string): string {
  return `<html lang="${language}"><body><main data-pagefind-body><h1>${title}</h1><h2 id="x">plan</h2><p>${body}</p></main></body></html>`
}

const pages = fc.array(page, { maxLength: 7 }).map(siteOf)

/** Sites that have most of their pages from one another, now and then in another order. */
const steps = fc
  .array(page, { minLength: 8, maxLength: 12 })
  .chain(pool =>
    fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.subarray(pool) }, { weight: 1, arbitrary: fc.shuffledSubarray(pool) }),
      { minLength: 2, maxLength: 4 },
    ),
  )

test('a site that changed page by page', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (drawn, atOnce) => {
      let before = nothing
      for (const step of drawn.map(siteOf)) {
        before = await built(step, before, atOnce)
        expect(hashesOf(before)).toEqual(hashesOf(await built(step, nothing, 100)))
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})

const site = (said: string) =>
  Array.from({ length: 9 }, (_, at) => ({
    address: `/s/p${at}/`,
    html: pageOf('en', `Page ${at}`, `The bus ${at === 4 ? said : 'that'} goes to school number ${at}.`),
  }))

describe('nine pages', () => {
  test.each([
    ['of which one has another word', site('who')],
    ['in another order', site('which').toReversed()],
    ['of which one is gone', site('which').toSpliced(3, 1)],
  ])('%s', async (_, after) => {
    const made = await built(after, await built(site('which'), nothing, 100), 100)
    expect(hashesOf(made)).toEqual(hashesOf(await built(after, nothing, 100)))
  })
})

test('an index before of which a file is lost, or is another', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(pages, pages, fc.nat(), fc.boolean(), async (one, other, at, isLost) => {
      const before = new Map(await built(one, nothing, 100))
      const index = [...before.keys()].filter(path => path.startsWith('pagefind/'))
      const path = index[at % index.length] ?? ''
      if (isLost) before.delete(path)
      else before.set('pagefind/pagefind-entry.json', Buffer.from('{}'))
      expect(hashesOf(await built(other, before, 100))).toEqual(hashesOf(await built(other, nothing, 100)))
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

describe('what an index says', () => {
  test('is what Pagefind’s own says', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pages, fc.integer({ min: 1, max: 4 }), async (site, atOnce) => {
        expect(said(await built(site, nothing, atOnce))).toEqual(said(await byPagefind(site)))
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })

  const names = Array.from({ length: 300 }, (_, at) => `word${at.toString(36)}`)
  const site = Array.from({ length: 60 }, (_, at) => ({
    address: `/s/p${at}/`,
    html: `<html lang="en"><body><main data-pagefind-body><h1>Page ${at}</h1><p>${names.join(' ')}</p></main></body></html>`,
  }))

  test('stands in files that are not long, and are the same where a thread makes half of them', async () => {
    const files = await built(site, nothing, 25)
    const lengths = [...files].filter(([path]) => path.endsWith('.pf_index')).map(([, bytes]) => opened(bytes).length)
    expect(Math.max(...lengths)).toBeLessThan(60_000)
    expect(lengths.length).toBeGreaterThan(1)
    expect(said(files)).toEqual(said(await byPagefind(site)))
    // Few pages at a time are given to Pagefind without a thread.
    const withoutThread = await built(site, await built(site.slice(0, 30), nothing, 25), 25)
    expect(hashesOf(files)).toEqual(hashesOf(withoutThread))
  })
})

test('where somebody else ends Pagefind’s program, nobody waits for it, and the next index has one of its own', async () => {
  const begun: ChildProcess[] = []
  const note = (message: unknown) => void begun.push((message as { process: ChildProcess }).process)
  subscribe('child_process', note)
  // One that is left over from another index is not begun here.
  await endPagefind()
  const pagefind = startPagefind()
  const index = pagefind.index()
  await index.add({ address: '/a/', html: '' })
  await vi.waitUntil(() => begun.length > 0)
  unsubscribe('child_process', note)
  const ended = new Promise(resolve => begun[0]?.once('exit', resolve))
  begun[0]?.kill('SIGKILL')
  await ended
  expect(await index.finish()).toMatchObject({ code: 'no-search-index' })
  await pagefind.stop()
  expect(said(await built(site('which').slice(0, 2), nothing, 100))).toHaveProperty('en')
})

test('a thread that breaks is told, and nobody waits for it', async () => {
  const hand = indexHand(new URL('data:text/javascript,throw new Error(`no thread`)'))
  const index = hand.index()
  await index.add({ address: '/a/', html: '' })
  expect(await index.finish()).toMatchObject({ code: 'no-search-index', detail: expect.stringContaining('no thread') })
  expect(await hand.secondHalf('en', [], 'middle')).toBeNull()
  await hand.stop()
})

async function byPagefind(site: readonly Page[]): Promise<Files> {
  const pagefind = startPagefind()
  const index = pagefind.index()
  for (const { address, html } of site) await index.add({ address, html: searchedIn(html) })
  const made = await index.finish()
  await pagefind.stop()
  if (isRefusal(made)) throw new Error(made.detail)
  return new Map(made.map(({ path, bytes }) => [`pagefind/${path}`, bytes]))
}

/** Everything that an index says, by language: pages in their order, and where each word stands on them. */
function said(files: Files): unknown {
  const file = (path: string) => files.get(`pagefind/${path}`) ?? new Uint8Array()
  const entry = readEntry(file(entryName))
  if (entry === null) throw new Error('there is no index')
  return Object.fromEntries(
    Object.entries(entry.languages).map(([language, { hash, wasm, page_count }]) => {
      const meta = readMeta(opened(file(metaName(hash))))
      if (meta === null) throw new Error('there is no list of pages')
      const found = meta.files.flatMap(({ name }) => wordsOf(opened(file(wordFileName(name))), meta.details))
      const texts = meta.pages.map(({ name, words }) => [
        words,
        Buffer.from(opened(file(pageFileName(name)))).toString(),
      ])
      return [language, { wasm, page_count, texts, words: Object.fromEntries(found) }]
    }),
  )
}

function wordsOf(bytes: Uint8Array, details: readonly string[]): [string, unknown][] {
  const reader = packedReader(bytes)
  reader.list()
  return listed(reader, () => {
    reader.list()
    const word = reader.text()
    const places = pagesOf(reader, details)
    const spellings = listed(reader, () => {
      reader.list()
      return [reader.text(), pagesOf(reader, details)]
    })
    return [word, [places, spellings.toSorted()]]
  })
}

function pagesOf(reader: PackedReader, details: readonly string[]): unknown[] {
  return listed(reader, () => {
    reader.list()
    const distance = reader.number()
    const places = listed(reader, () => reader.whole())
    // Below zero stands which detail is meant.
    const inDetails = listed(reader, () => reader.whole()).map(place => (place < 0 ? details[-place - 1] : place))
    return [distance, places, inDetails]
  })
}

function listed<T>(reader: PackedReader, read: () => T): T[] {
  return Array.from({ length: reader.list() }, read)
}
