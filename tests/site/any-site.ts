import fc from 'fast-check'
import type { Page, Service } from '../../src/shared/content/index.ts'
import { answerSchema } from '../../src/shared/feedback/index.ts'
import { reviewRecordSchema } from '../../src/shared/review/index.ts'
import type { MediaFact, SiteInput } from '../../src/shared/site/index.ts'
import { config, ids, page, picture, siteOf } from './site-of.ts'

/** Sites by lot, of few words and names, so that two of them have much in common and most things refer to one another. */

const someId = fc.constantFrom(...Object.values(ids))
const title = fc.constantFrom('Plans', 'Travel', 'A club', 'Écoute', '', '9 things')
const summary = fc.constantFrom('', 'What it is.', 'Who it is for.')
const words = fc.oneof(
  fc.constantFrom(
    'Travel.',
    '## One\n\nA.\n\n## Two?\n\nB.\n\n## Three?\n\nC.',
    '::figure{src="media/hall.jpg" alt="A hall"}',
    '::document{src="media/form.pdf" title="The form"}',
  ),
  someId.map(id => `See [there](page:${id}#one).`),
  someId.map(id => `::service{id="${id}"}`),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

function withoutNothing(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const pageFields = fc.record({
  summary: maybe(summary),
  audience: maybe(fc.subarray(['parents', 'young-people', 'professionals'])),
  related: maybe(fc.uniqueArray(someId, { maxLength: 2 })),
  easyRead: maybe(
    fc.oneof(
      fc.constant('media/form.pdf'),
      someId.map(id => `page:${id}`),
    ),
  ),
  language: maybe(fc.constantFrom('ar', 'cy')),
  translationOf: maybe(someId),
  kind: maybe(fc.constant('start')),
  order: maybe(fc.constantFrom(1, 2)),
  checklist: maybe(fc.constant(['travel'])),
  review: maybe(fc.constant({ every: '6 months', last: '2026-11-05', due: '2027-05-05' })),
})

const serviceFields = fc.record({
  summary: maybe(summary),
  organization: maybe(fc.constantFrom('The chess people', 'Southend-on-Sea City Council')),
  telephone: maybe(fc.constant('01632 960456')),
  areas: maybe(fc.subarray(['Leigh', 'Westcliff'])),
  categories: maybe(fc.subarray(['Clubs', 'Sport'])),
  needs: maybe(fc.subarray(['autism', 'any need'])),
  cost: maybe(fc.constantFrom('Free', '£3')),
  schedule: maybe(fc.constant('Saturdays, 10am to noon')),
  postcode: maybe(fc.constant('SS2')),
  assured_date: maybe(fc.constant('2026-10-01')),
  minimum_age: maybe(fc.constantFrom(0, 5)),
})

function fileOf(path: string, id: string, fields: fc.Arbitrary<object>) {
  const text = fc
    .tuple(title, words, fields)
    .map(([title, body, given]) => page(id, title, body, withoutNothing({ ...given })))
  return fc.option(text, { nil: null, freq: 5 }).map((text): [string, string | null] => [path, text])
}

const settings = fc
  .record({
    council: maybe(fc.constantFrom('Southend-on-Sea City Council', '')),
    contact: maybe(fc.constant({ telephone: '01632 960111', email: '' })),
    publish: maybe(fc.constant({ url: 'https://example.org/offer', targets: [] })),
    site: maybe(
      fc.record({
        logo: fc.constantFrom('', 'media/hall.jpg'),
        useful: fc.constantFrom('', 'us@example.org', 'https://example.org/form'),
        tasks: fc.array(
          someId.map(id => ({ says: 'I need help', to: `page:${id}`, for: ['parents'] })),
          { maxLength: 1 },
        ),
        working: fc.constantFrom([], [{ requirement: 'travel', says: 'How to travel', until: 'Ask us.' }]),
      }),
    ),
  })
  .map(withoutNothing)

const form: MediaFact = { bytes: 340_000, width: null, height: null, alt: '', trouble: null }
const media = fc
  .record({
    hall: fc.constantFrom(
      picture,
      { ...picture, width: 900 },
      { ...picture, sizes: [400, 800] },
      { ...picture, trouble: 'has script in it' },
      null,
    ),
    form: fc.constantFrom(form, null),
  })
  .map(({ hall, form }) => new Map(Object.entries({ 'hall.jpg': hall, 'form.pdf': form }).flatMap(inMap)))

function inMap([name, fact]: [string, MediaFact | null]): [string, MediaFact][] {
  return fact === null ? [] : [[name, fact]]
}

const danny = { name: 'Danny', email: 'danny@example.org' }
const at = '2026-11-20T10:00:00.000Z'
const check = someId.map(id =>
  reviewRecordSchema.parse({ id: 'a', page: id, by: danny, kind: 'accurate', at, hash: 'a'.repeat(64) }),
)
const answer = someId.map(id =>
  answerSchema.parse({
    id: ids.moving,
    received: '2026-10-01',
    said: 'No bus.',
    did: 'A bus.',
    pages: [id],
    by: danny,
    at,
  }),
)

const parts = fc.record({
  a: fileOf('pages/education/a.md', ids.moving, pageFields),
  b: fc.constantFrom('education', 'health').chain(section => fileOf(`pages/${section}/b.md`, ids.plans, pageFields)),
  c: fileOf('pages/health/c.md', ids.travel, pageFields),
  d: fileOf('services/d.md', ids.club, serviceFields),
  settings,
  media,
  redirects: fc.array(
    someId.map(id => ({ from: '/education/old/', to: `page:${id}` })),
    { maxLength: 1 },
  ),
  answers: fc.array(answer, { maxLength: 1 }),
  checks: fc.array(check, { maxLength: 1 }).map(all => new Map(all.map(record => [record.page, [record]]))),
  late: fc.subarray(Object.values<string>(ids)).map(all => new Set(all)),
  news: fc.constantFrom([], [
    { on: '2026-11-20', added: [ids.travel], changed: [ids.club] },
  ] as unknown as SiteInput['news']),
  stamp: fc.constantFrom('one', 'other').map(publish => ({ publish, at: '2026-11-22T14:02:00.000Z' })),
})

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never

function siteFrom({ a, b, c, d, settings, ...rest }: Parts): SiteInput {
  const files = Object.fromEntries([a, b, c, d].flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
  return siteOf(files, { config: config(settings), ...rest })
}

export const anySite: fc.Arbitrary<SiteInput> = parts.map(siteFrom)

const names = [
  'a',
  'b',
  'c',
  'd',
  'settings',
  'media',
  'redirects',
  'answers',
  'checks',
  'late',
  'news',
  'stamp',
] as const

/** A site, and what becomes of it by as many steps, each of which changes one or two things. */
export function anyStory(steps: number): fc.Arbitrary<SiteInput[]> {
  const change = fc.tuple(parts, fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }))
  return fc.tuple(parts, fc.array(change, { minLength: steps, maxLength: steps })).map(([first, changes]) => {
    const story = [first]
    for (const [other, changed] of changes) {
      const taken = Object.fromEntries(changed.map(name => [name, other[name]]))
      story.push({ ...(story.at(-1) ?? first), ...taken })
    }
    return story.map(siteFrom)
  })
}

/** As the program has them: an entry is another object once anything of it is other, and so are the settings. */
export function sameEntries(steps: readonly SiteInput[]): SiteInput[] {
  const known = new Map<string, Page | Service>()
  const same = <T extends Page | Service>(entry: T): T => {
    const said = JSON.stringify(entry)
    const one = known.get(said) ?? entry
    known.set(said, one)
    return one as T
  }
  const configs = new Map<string, SiteInput['config']>()
  const sameConfig = (config: SiteInput['config']) => {
    const said = JSON.stringify(config)
    const one = configs.get(said) ?? config
    configs.set(said, one)
    return one
  }
  return steps.map(site => ({
    ...site,
    config: sameConfig(site.config),
    pages: site.pages.map(same),
    services: site.services.map(same),
  }))
}
