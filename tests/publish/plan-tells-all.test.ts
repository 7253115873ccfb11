import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Planning } from '../../src/main/publish/make-plan.ts'
import { readCache, readSite } from '../../src/main/publish/read-site.ts'
import type { SiteFiles } from '../../src/main/publish/site-files.ts'
import { writeRecord } from '../../src/shared/content/index.ts'
import { orThrow } from '../git/team.ts'
import { config, ids, page } from '../site/site-of.ts'
import { renderSite } from '../site/whole-site.ts'
import { planFrom } from './plan-from.ts'

/**
 * Nothing that was not in the plan goes live: random workspaces, of which some pages are approved and some are not, are
 * planned, and the site that the plan would make is read for words that nobody let out, and for changes that it does not tell.
 */

type Files = Readonly<Record<string, string>>

const places = {
  'pages/education/moving.md': ids.moving,
  'pages/education/travel.md': ids.travel,
  'pages/health/plans.md': ids.plans,
} as const

/** What became of a page on the desk since it was published, if it ever was. */
const fates = ['as it is live', 'changed, approved', 'changed', 'new, approved', 'new', 'deleted', 'broken'] as const
type Fate = (typeof fates)[number]

const fate = fc.constantFrom(...fates)
const frame = fc.record({ name: fc.boolean(), redirects: fc.boolean(), alt: fc.boolean(), picture: fc.boolean() })
const worlds = fc.record({ fates: fc.tuple(fate, fate, fate), frame })
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never

const words = (id: string, when: 'then' | 'now') => `zq${id.slice(-1).toLowerCase()}${when}`

function textOf(id: string, when: 'then' | 'now', broken = false): string {
  const said = words(id, when)
  const picture = broken ? '::figure{src="media/gone.jpg" alt="Gone"}' : '::figure{src="media/hall.png"}'
  return page(id, `Title ${said}`, `Body ${said}.\n\n${picture}`, { summary: `Summary ${said}.` })
}

const settingsFile = (name: string) => writeRecord(config({ name }))
const png = (shade: string) =>
  `${Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082', 'hex').toString('latin1')}${shade}`

function sideOf(world: World, when: 'then' | 'now'): Files {
  const changed = (what: keyof World['frame']) => when === 'now' && world.frame[what]
  const files: Record<string, string> = {
    'signpost.yml': settingsFile(changed('name') ? 'Another name' : 'Southend Local Offer'),
    'media/hall.png': png(changed('picture') ? 'b' : 'a'),
    'media/hall.png.yml': `alt: ${changed('alt') ? 'zqaltnow' : 'zqaltthen'}\n`,
    ...(changed('redirects') ? { 'redirects.yml': `- from: /old/\n  to: /a-to-z/\n` } : {}),
  }
  for (const [index, [path, id]] of Object.entries(places).entries()) {
    const text = pageOn(world.fates[index] ?? 'new', id, when)
    if (text !== null) files[path] = text
  }
  return files
}

function pageOn(its: Fate, id: string, when: 'then' | 'now'): string | null {
  const isNew = its === 'new' || its === 'new, approved'
  if (when === 'then') return isNew ? null : textOf(id, 'then')
  if (its === 'deleted') return null
  return its === 'as it is live' ? textOf(id, 'then') : textOf(id, 'now', its === 'broken')
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const inBytes = (files: Files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]))

async function planOf(world: World): Promise<{ planning: Planning; live: SiteFiles }> {
  const approved = Object.values(places).filter((_, index) => /approved|broken/.test(world.fates[index] ?? ''))
  return await planFrom(inBytes(sideOf(world, 'now')), inBytes(sideOf(world, 'then')), approved)
}

/** Every file of the site that these files make, with the bytes of its media. */
async function siteOfFiles(files: SiteFiles): Promise<ReadonlyMap<string, string>> {
  const input = orThrow(await readSite(files, { publish: 'p', at: '2026-11-22T14:02:00.000Z' }, readCache()))
  const site = new Map<string, string>()
  for (const { path, content } of renderSite(input)) {
    const text =
      typeof content === 'string' ? content : Buffer.from(await files.read(`media/${content.media}`)).toString('latin1')
    site.set(path, text)
  }
  return site
}

test('no word that the plan does not let out is anywhere on the site that it makes', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async world => {
      const { planning } = await planOf(world)
      const all = [...(await siteOfFiles(planning.files)).values()].join('\n')
      const ready = new Map(planning.plan.ready.map(({ id, change }) => [String(id), change]))
      for (const [index, id] of Object.values(places).entries()) {
        const its = world.fates[index] ?? 'new'
        const goesOut = its === 'changed, approved' || its === 'new, approved'
        expect([its, ready.has(id)]).toEqual([its, goesOut || its === 'deleted'])
        expect([its, all.includes(words(id, 'now'))]).toEqual([its, goesOut])
        const stays = its === 'as it is live' || its === 'changed' || its === 'broken'
        expect([its, all.includes(words(id, 'then'))]).toEqual([its, stays])
      }
    }),
    { numRuns: 60 },
  )
})

test('where the plan tells of nothing, the site that it makes is the one that families have, to the byte', async () => {
  let quiet = 0
  await fc.assert(
    fc.asyncProperty(worlds, async world => {
      const { planning, live } = await planOf(world)
      if (planning.plan.ready.length > 0 || planning.plan.also.length > 0) return
      quiet += 1
      expect(await siteOfFiles(planning.files)).toEqual(await siteOfFiles(live))
    }),
    {
      numRuns: 150,
      examples: [
        [
          {
            fates: ['as it is live', 'changed', 'new'],
            frame: { name: false, redirects: false, alt: false, picture: false },
          },
        ],
        [
          {
            fates: ['as it is live', 'changed', 'new'],
            frame: { name: false, redirects: false, alt: true, picture: false },
          },
        ],
      ],
    },
  )
  expect(quiet).toBeGreaterThan(0)
})
