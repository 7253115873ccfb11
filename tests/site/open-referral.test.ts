import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { listServices } from '../../src/shared/directory/index.ts'
import { openReferralFolder } from '../../src/shared/site/directory/addresses.ts'
import { type SiteInput, siteIndex } from '../../src/shared/site/index.ts'
import { openReferralFiles } from '../../src/shared/site/open-referral/files.ts'
import { briefRules, fullRules, pageRules, taxonomyRules, termRules } from './open-referral-rules.ts'
import { sampleSite } from './sample-site.ts'
import { fileNamed, ids, page, siteOf } from './site-of.ts'
import { renderSite } from './whole-site.ts'

function filesOf(site: SiteInput): Map<string, unknown> {
  const files = openReferralFiles(siteIndex(site), listServices(site.services, site.config.council))
  return new Map(files.map(({ path, content }) => [path.slice(openReferralFolder.length), JSON.parse(String(content))]))
}

function rulesFor(name: string): z.ZodType | null {
  if (name === 'index.json') return null
  if (name === 'services/all.json') return pageRules(fullRules)
  if (/^services\/page-\d+\.json$/.test(name)) return pageRules(briefRules)
  if (name.startsWith('services/')) return fullRules
  return pageRules(name.startsWith('taxonomies/') ? taxonomyRules : termRules)
}

function faultsIn(site: SiteInput): string[] {
  return [...filesOf(site)].flatMap(([name, content]) => {
    const read = rulesFor(name)?.safeParse(content)
    return read === undefined || read.success ? [] : [`${name}: ${read.error.message}`]
  })
}

/** What is asked of by id is there, and no id stands for two things. */
function strayIdsIn(site: SiteInput): string[] {
  const files = filesOf(site)
  const all = pageRules(fullRules).parse(files.get('services/all.json')).contents
  const one = all.filter(service => !isDeepStrictEqual(files.get(`services/${service.id}.json`), service))
  const terms = new Set(
    pageRules(termRules)
      .parse(files.get('taxonomy_terms/page-1.json'))
      .contents.map(({ id }) => id),
  )
  const stray = all.flatMap(({ attributes = [] }) => attributes.filter(each => !terms.has(each.taxonomy_term_id ?? '')))
  const own = all.flatMap(({ schedules = [], cost_options = [], contacts = [], attributes = [] }) =>
    [...schedules, ...cost_options, ...contacts, ...attributes].map(({ id }) => id),
  )
  const twice = new Set(own).size === own.length ? [] : ['one id for two things']
  return [...one.map(({ name }) => name), ...stray.map(({ id }) => id), ...twice]
}

test('the sample keeps the rules of Open Referral UK, with times, costs, places and who it is for', async () => {
  const site = await sampleSite()
  expect(faultsIn(site)).toEqual([])
  expect(strayIdsIn(site)).toEqual([])
  const { contents } = pageRules(fullRules).parse(filesOf(site).get('services/all.json'))
  expect(contents).toHaveLength(site.services.length)
  for (const name of ['schedules', 'cost_options', 'service_at_locations', 'contacts', 'attributes'] as const) {
    expect(contents.filter(service => (service[name] ?? []).length > 0).length, name).toBeGreaterThan(20)
  }
  expect(
    contents.filter(({ schedules = [] }) => schedules.some(({ byday }) => byday !== undefined)).length,
  ).toBeGreaterThan(40)
})

test('lists come in pages, each of which says where it stands', async () => {
  const site = await sampleSite()
  const files = filesOf(site)
  const pages = [1, 2].map(number => pageRules(briefRules).parse(files.get(`services/page-${number}.json`)))
  expect(
    pages.map(({ size, first_page, last_page, total_pages }) => [size, first_page, last_page, total_pages]),
  ).toEqual([
    [50, true, false, 2],
    [site.services.length - 50, false, true, 2],
  ])
  expect(files.has('services/page-3.json')).toBe(false)
})

describe('whatever a team writes', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', ' ', 'a@b', 'x@example.org', 'https://example.org', 'javascript:alert(1)', 'SS2', '£5', 'Free'),
  )
  const when = fc.oneof(
    words,
    fc.constantFrom(
      'Mondays and Fridays, 9am to noon',
      'Every other Tuesday',
      'Last Sunday of the month, 1pm to 2pm',
      'Weekends. Weekdays, 5pm to 6pm',
    ),
  )
  const age = fc.option(fc.integer({ min: 0, max: 99 }))
  const several = fc.array(words, { maxLength: 4 })
  const service = fc.record({
    summary: words,
    organization: words,
    url: words,
    email: words,
    telephone: words,
    address: words,
    postcode: words,
    cost: words,
    eligibility: words,
    schedule: when,
    minimum_age: age,
    maximum_age: age,
    needs: several,
    areas: several,
    categories: several,
  })

  test('keeps the rules too', () => {
    fc.assert(
      fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), services => {
        const site = siteOf({ 'services/a.md': page(ids.club, 'A') })
        const [first] = site.services
        if (first === undefined) throw new Error('there is a service')
        const several = services.map((fields, at) => ({
          ...first,
          slug: `s${at}`,
          fields: { ...first.fields, ...fields, id: `${ids.club.slice(0, -1)}${at}` as typeof first.fields.id },
        }))
        const made = { ...site, services: several }
        expect(faultsIn(made)).toEqual([])
        expect(strayIdsIn(made)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test('the rules find what is wrong', () => {
  const good = { id: '0194aaaa-0000-8000-8000-000000000000', name: 'A', status: 'active' }
  const bad = [
    { ...good, id: ids.club },
    { ...good, status: 'open' },
    { ...good, email: 'nobody' },
    { ...good, schedules: [{ id: good.id, freq: 'WEEKLY', interval: 2, byday: 'MO' }] },
    { ...good, schedules: [{ id: good.id, freq: 'WEEKLY', byday: '2MO' }] },
    { ...good, schedules: [{ id: good.id, opens_at: '9am' }] },
  ]
  expect(fullRules.safeParse(good).success).toBe(true)
  expect(bad.map(each => fullRules.safeParse(each).success)).toEqual(bad.map(() => false))
})

test('times of one day stand together, and other weeks stay words', () => {
  const schedule = 'Mondays and Fridays, 9am to noon, and the last Saturday of the month'
  const site = siteOf({
    'services/a.md': page(ids.club, 'A', 'Words.', { schedule, cost: '£5 a session', telephone: '01632 960100' }),
    'services/b.md': page(ids.plans, 'B', 'Words.', { schedule: 'Every other Tuesday, 4pm to 5pm' }),
  })
  const { contents } = pageRules(fullRules).parse(filesOf(site).get('services/all.json'))
  expect(contents.map(({ schedules = [] }) => schedules.map(({ id, description, ...times }) => times))).toEqual([
    [
      { freq: 'WEEKLY', byday: 'MO,FR', opens_at: '09:00', closes_at: '12:00' },
      { freq: 'MONTHLY', byday: '-1SA' },
    ],
    [{}],
  ])
  expect(contents[0]?.cost_options).toMatchObject([{ amount: 5, amount_description: '£5 a session' }])
})

test('a page says plainly what files cannot do, and the site has the files that it leads to', () => {
  const files = [...renderSite(siteOf({ 'services/a.md': page(ids.club, 'A') }))]
  const html = fileNamed(files, 'services/as/data/index.html')
  const paths = files.map(({ path }) => path)
  for (const [, path = ''] of html.matchAll(/>(services\/as\/[\w./-]+\.(?:json|csv))</g)) expect(paths).toContain(path)
  for (const words of [
    'What these files cannot do',
    'Nothing behind a question mark has an effect',
    'is said by the web server',
  ]) {
    expect(html).toContain(words)
  }
})
