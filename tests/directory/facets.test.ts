import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FacetName, facets, groupsBy, listServices } from '../../src/shared/directory/index.ts'
import { fromHtml } from '../site/read-html.ts'
import { sampleSite } from '../site/sample-site.ts'
import { fileNamed, ids, page, siteOf, smallSite } from '../site/site-of.ts'
import { renderSite } from '../site/whole-site.ts'

const council = 'Southend-on-Sea City Council'
const idOf = (at: number) => `${ids.club.slice(0, -2)}${String(at).padStart(2, '0')}`
const siteWith = (services: readonly Record<string, unknown>[]) =>
  siteOf(
    Object.fromEntries(
      services.map((fields, at) => [`services/s${at}.md`, page(idOf(at), `S${at}`, 'Words.', fields)]),
    ),
  )
const groups = (name: FacetName, services: readonly Record<string, unknown>[]) =>
  facets
    .filter(facet => facet.name === name)
    .flatMap(facet => groupsBy(facet, listServices(siteWith(services).services, council)))
    .map(({ choice, own, forAll }) => [
      `${choice.slug}=${choice.label}`,
      own.map(({ service }) => service.fields.title).join(),
      forAll.map(({ service }) => service.fields.title).join(),
    ])

test('a service for any need, or all over the area, is there whatever is chosen, after those for it alone', () => {
  expect(groups('need', [{ needs: ['Autism', 'ADHD'] }, { needs: ['any need'] }, {}, { needs: ['autism'] }])).toEqual([
    ['adhd=ADHD', 'S0', 'S1,S2'],
    ['autism=Autism', 'S0,S3', 'S1,S2'],
  ])
  expect(groups('area', [{ areas: ['Leigh'] }, { areas: ['Southend-on-Sea'] }, {}])).toEqual([
    ['leigh=Leigh', 'S0', 'S1'],
  ])
})

test('ages overlap, days have their own order, and what is not said is in no list', () => {
  expect(groups('age', [{ minimum_age: 10, maximum_age: 11 }, { minimum_age: 19 }])).toEqual([
    ['5-to-10=5 to 10', 'S0', ''],
    ['11-to-15=11 to 15', 'S0', ''],
    ['19-to-25=19 to 25', 'S1', ''],
  ])
  expect(groups('when', [{ schedule: 'Fridays' }, { schedule: 'Mondays and Fridays' }, {}])).toEqual([
    ['monday=Monday', 'S1', ''],
    ['friday=Friday', 'S0,S1', ''],
  ])
  expect(groups('cost', [{ cost: 'Free' }, {}])).toEqual([['free=Free', 'S0', '']])
})

test('whatever a need is called, its page has an address of its own on every system', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('con', 'NUL', '自閉症', '..', '../x', '')), { maxLength: 6 }),
      needs => {
        const site = siteWith([{ needs }])
        const paths = [...renderSite(site)].map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
        for (const path of paths) expect(path).toMatch(/^[\w./-]+$/)
      },
    ),
    { numRuns: 20 },
  )
})

test('a redirect never stands where the directory has a page, and a service may be called “by” or “as”', () => {
  const site = smallSite({ redirects: [{ from: '/services/by/kind/clubs/', to: `page:${ids.moving}` }] })
  const named = { ...site, services: site.services.map(service => ({ ...service, slug: 'by' })) }
  const paths = [...renderSite(named)].map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(fileNamed(renderSite(named), 'services/by/index.html')).toContain('Chess club')
  expect(fileNamed(renderSite(named), 'services/by/kind/clubs/index.html')).toContain('Kind of help')
})

test('every service of the sample says enough to be found by: age, area, cost, when, how to get in and who can refer', async () => {
  const site = await sampleSite()
  const listed = listServices(site.services, site.config.council)
  const without = (name: FacetName) =>
    listed.filter(({ choices }) => choices.get(name)?.length === 0).map(({ service }) => service.slug)
  for (const name of ['need', 'age', 'kind', 'area', 'cost', 'way', 'referral'] as const)
    expect([name, ...without(name)]).toEqual([name])
  expect(without('when').length).toBeLessThan(listed.length / 5)
  for (const facet of facets) expect([facet.name, groupsBy(facet, listed).length >= 3]).toEqual([facet.name, true])
})

test('each service says who assured it last: whoever was written down, or the team where it looked later', () => {
  const site = siteWith([
    { assured_date: '2026-10-01', assured_by: 'the club itself', review: { last: '2026-09-01' } },
    { assured_date: '2026-10-01', assured_by: 'the club itself', review: { last: '2026-11-01' } },
    {},
  ])
  const html = fileNamed(renderSite(site), 'services/index.html')
  const lines = fromHtml(html).filter(
    ({ name, attributes }) => name === 'p' && attributes.class === 'govuk-body-s page-facts',
  )
  expect(lines.map(({ text }) => text)).toEqual([
    'Last assured 1 October 2026 by the club itself',
    'Last assured 1 November 2026 by the Local Offer team',
    'Not yet assured',
  ])
})
