import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/shared/content/index.ts'
import {
  kindsByKey,
  recordedSite,
  type SiteInput,
  saidUnder,
  siteIndex,
  unchanged,
  unitsOf,
} from '../../src/shared/site/index.ts'
import { anySite, anyStory, sameEntries } from './any-site.ts'
import { ids, page, siteOf, smallSite } from './site-of.ts'

/** What a part of the site follows from is what it was seen to read: the rest of the site may be anything. */

/** The parts of one site that have to be made again for the other, by name. */
function madeAgain(one: SiteInput, other: SiteInput): string[] {
  const [before, after] = [siteIndex(one), siteIndex(other)]
  const recorded = recordedSite(before)
  const reads = new Map([...unitsOf(before)].map(unit => [unit.name, recorded.record(unit).reads]))
  const says = (site: typeof before, name: string) => saidUnder(site, name, ({ doc }) => JSON.stringify(doc))
  const holds = (name: string) => reads.get(name)?.every(read => says(before, read) === says(after, read)) === true
  return [...unitsOf(after)].map(({ name }) => name).filter(name => !holds(name))
}

test('a part that read nothing that is other now is the same part', () => {
  let kept = 0
  fc.assert(
    fc.property(anyStory(1), ([one = smallSite(), other = one]) => {
      const [before, after] = [siteIndex(one), siteIndex(other)]
      const made = new Map([...unitsOf(before)].map(unit => [unit.name, unit.render(before)]))
      const again = madeAgain(one, other)
      for (const unit of unitsOf(after)) {
        if (again.includes(unit.name)) continue
        kept += 1
        expect(made.get(unit.name)).toEqual(unit.render(after))
      }
    }),
    { numRuns: 60 },
  )
  expect(kept).toBeGreaterThan(100)
})

test('what is taken for unchanged because its things are the same ones says the same', () => {
  let taken = 0
  fc.assert(
    fc.property(anyStory(1), story => {
      const [one = smallSite(), other = one] = sameEntries(story)
      const before = siteIndex(one)
      const after = siteIndex(other, before)
      const { input: _, originalOf, lastReviewed, ...lists } = siteIndex(other)
      expect(after).toMatchObject(lists)
      expect([...after.byAddress]).toEqual([...lists.byAddress])
      for (const each of other.pages) expect(after.originalOf(each)).toBe(originalOf(each))
      for (const each of other.pages) expect(after.lastReviewed(each)).toBe(lastReviewed(each))
      expect([...unitsOf(after)].map(({ name }) => name)).toEqual(
        [...unitsOf(siteIndex(other))].map(({ name }) => name),
      )
      const recorded = recordedSite(before)
      const same = unchanged(before, after)
      for (const name of new Set([...unitsOf(before)].flatMap(unit => recorded.record(unit).reads))) {
        const at = name.indexOf(' ')
        const [kind, key] = [name.slice(0, at), name.slice(at + 1)]
        if (!(kindsByKey.has(kind) ? same.sameUnder(key) : same.sameName(kind, key))) continue
        taken += 1
        expect(saidUnder(after, name, words), name).toBe(saidUnder(before, name, words))
      }
    }),
    { numRuns: 40 },
  )
  expect(taken).toBeGreaterThan(500)
})

const words = ({ doc }: Entry) => JSON.stringify(doc)

test('whoever takes note sees the same site', () => {
  fc.assert(
    fc.property(anySite, input => {
      const site = siteIndex(input)
      const recorded = recordedSite(site)
      for (const unit of unitsOf(site)) expect(recorded.record(unit).files).toEqual(unit.render(site))
    }),
    { numRuns: 15 },
  )
})

const files = {
  'pages/education/a.md': page(ids.moving, 'Moving', `See [travel](page:${ids.travel}).`, { related: [ids.plans] }),
  'pages/education/b.md': page(ids.travel, 'Travel', 'The bus.'),
  'pages/health/c.md': page(ids.plans, 'Plans', 'A plan.'),
  'services/d.md': page(ids.club, 'Chess club', 'We play chess.'),
}
const after = (path: string, text: string) => madeAgain(siteOf(files), siteOf({ ...files, [path]: text }))

test('other words on a page are that page alone', () => {
  expect(after('pages/education/b.md', page(ids.travel, 'Travel', 'The tram.'))).toEqual([`entry ${ids.travel}`])
})

test('another title is told by whatever names the page, and by nothing else', () => {
  const again = after('pages/health/c.md', page(ids.plans, 'EHC plans', 'A plan.'))
  expect(again).toEqual(expect.arrayContaining([`entry ${ids.plans}`, `entry ${ids.moving}`, '/health/', '/a-to-z/']))
  expect(again).not.toContain(`entry ${ids.travel}`)
  expect(again).not.toContain('/education/')
})

test('another page changes the lists and no page that does not name it', () => {
  const more = { ...files, 'pages/health/e.md': page('01JDAXQ4S2Q0M5K7E3V8R9T6WE', 'More', 'More.') }
  const again = madeAgain(siteOf(files), siteOf(more))
  expect(again.filter(name => name.startsWith('entry'))).toEqual(['entry 01JDAXQ4S2Q0M5K7E3V8R9T6WE'])
  expect(again).toContain('/a-to-z/')
})

test('another publish of the same pages is another stamp', () => {
  const stamp = { publish: 'next', at: '2026-11-23T09:00:00.000Z' }
  expect(madeAgain(smallSite(), smallSite({ stamp }))).toEqual(['stamp'])
})
