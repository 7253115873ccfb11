import {
  type Entry,
  type Page,
  parseEntry,
  type Service,
  type SiteConfig,
  samples,
  siteConfigSchema,
  workspacePathSchema,
} from '../../src/shared/content/index.ts'
import type { MediaFact, SiteFile, SiteInput } from '../../src/shared/site/index.ts'

/** Sites for tests, from pages as they stand in a workspace. */

export const ids = {
  moving: '01JDAXQ4S2Q0M5K7E3V8R9T6WA',
  travel: '01JDAXQ4S2Q0M5K7E3V8R9T6WB',
  plans: '01JDAXQ4S2Q0M5K7E3V8R9T6WC',
  club: '01JDAXQ4S2Q0M5K7E3V8R9T6WD',
} as const

export function entry(path: string, text: string): Entry {
  return parseEntry(workspacePathSchema.parse(path), text).entry
}

export function config(given: Readonly<Record<string, unknown>> = {}): SiteConfig {
  return siteConfigSchema.parse({
    signpost: 1,
    name: 'Southend Local Offer',
    council: 'Southend-on-Sea City Council',
    sections: [
      { slug: 'education', title: 'Education', summary: 'Nurseries, schools and colleges.' },
      { slug: 'health', title: 'Health' },
    ],
    contact: { telephone: '01632 960123', email: 'localoffer@example.org' },
    ...given,
  })
}

/** A site of these files: path to text. */
export function siteOf(files: Readonly<Record<string, string>>, given: Partial<SiteInput> = {}): SiteInput {
  const entries = Object.entries(files).map(([path, text]) => entry(path, text))
  return {
    config: config(),
    pages: entries.filter((one): one is Page => one.kind === 'page'),
    services: entries.filter((one): one is Service => one.kind === 'service'),
    media: new Map(),
    redirects: [],
    answers: [],
    checks: new Map(),
    late: new Set(),
    news: [],
    barriers: null,
    stamp: { publish: '01JDAXQ4S2Q0M5K7E3V8R9T6W9', at: '2026-11-22T14:02:00.000Z' },
    ...given,
  }
}

/** Front matter and body of a page or service. Values are written as JSON, which is YAML. */
export function page(
  id: string,
  title: string,
  body = 'Words.',
  fields: Readonly<Record<string, unknown>> = {},
): string {
  const lines = Object.entries({ id, title, ...fields }).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n\n${body}\n`
}

export const picture: MediaFact = { bytes: 20_480, width: 800, height: 600, alt: 'A school hall', trouble: null }

/** A small site with a bit of everything. */
export function smallSite(given: Partial<SiteInput> = {}): SiteInput {
  return siteOf(
    {
      'pages/education/start.md': page(ids.plans, 'EHC plans', 'Start here.', {
        kind: 'start',
        summary: 'What a plan is.',
      }),
      'pages/education/moving.md': page(
        ids.moving,
        'Moving into Southend',
        `## Before you move\n\nRead about [help with travel](page:${ids.travel}#who-can-get-it).\n\n## When you move\n\n::figure{src="media/hall.jpg" alt="A hall" caption="Our hall"}\n\n## After you move\n\n::document{src="media/form.pdf" title="The form"}\n\n::service{id="${ids.club}"}`,
        {
          summary: 'What happens to your child’s plan.',
          audience: ['parents', 'professionals'],
          related: [ids.travel, ids.club],
          easyRead: 'media/form.pdf',
          review: { every: '6 months', last: '2026-11-05', due: '2027-05-05' },
        },
      ),
      'pages/education/travel.md': page(ids.travel, 'Travel to school', '## Who can get it\n\nSome children.'),
      'services/chess.md': page(ids.club, 'Chess club', 'We play chess.', {
        summary: 'Chess for everyone.',
        organization: 'The chess people',
        url: 'https://www.example.org/chess',
        email: 'chess@example.org',
        telephone: '01632 960456',
        minimum_age: 5,
        maximum_age: 11,
        areas: ['Leigh', 'Westcliff'],
        categories: ['Clubs'],
        cost: 'Free',
        assured_date: '2026-10-01',
      }),
    },
    {
      media: new Map([
        ['hall.jpg', picture],
        ['form.pdf', { bytes: 340_000, width: null, height: null, alt: '', trouble: null }],
      ]),
      ...given,
    },
  )
}

/** The small site with every kind of block on one of its pages, and an old address. */
export function everyBlock(): SiteInput {
  const site = smallSite({ redirects: [{ from: '/education/old-travel/', to: `page:${ids.travel}` }] })
  return { ...site, pages: site.pages.map(page => (page.slug === 'travel' ? { ...page, doc: samples } : page)) }
}

export function fileNamed(files: Iterable<SiteFile>, path: string): string {
  const content = [...files].find(file => file.path === path)?.content
  if (typeof content !== 'string') throw new Error(`the site has no ${path}`)
  return content
}
