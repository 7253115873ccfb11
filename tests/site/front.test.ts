import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { renderPage, type SiteInput } from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { config, fileNamed, ids, page, siteOf, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

/** Home, the three doors, and what is still being worked on: all that a team says under `site` of its settings. */

const withSite = (site: object, given: Partial<SiteInput> = {}) => smallSite({ config: config({ site }), ...given })
const linksIn = (html: string) =>
  fromHtml(html).flatMap(({ name, attributes, text }) => (name === 'a' ? [`${text.trim()} → ${attributes.href}`] : []))
const headings = (html: string) =>
  fromHtml(html).flatMap(({ name, text }) => (/^h[12]$/.test(name) ? [text.trim()] : []))
const tasks = [
  { says: 'How will my child get to school?', to: `page:${ids.travel}#who-can-get-it`, for: ['parents'] },
  { says: 'We are moving', to: `page:${ids.moving}` },
  { says: 'I want to play chess', to: `service:${ids.club}`, for: ['young-people'] },
  { says: 'Something that went', to: 'page:01JDAXQ4S2Q0M5K7E3V8R9T6ZZ' },
  { says: 'Somewhere else', to: 'https://example.org/' },
]

describe('home', () => {
  test('has what families say in front of the council’s own order of things', () => {
    const home = fileNamed(renderSite(withSite({ tasks })), 'index.html')
    expect(headings(home)).toEqual([
      'Southend Local Offer',
      'What is on your mind?',
      'Find information by topic',
      'Find groups, clubs and services',
    ])
    expect(linksIn(home)).toEqual(
      expect.arrayContaining([
        'How will my child get to school? → education/travel/#who-can-get-it',
        'We are moving → education/moving/',
      ]),
    )
    expect(home).not.toMatch(/play chess|Something that went|Somewhere else/)
  })

  test('starts with the start-here pages as long as the team has written nothing down', () => {
    expect(headings(fileNamed(renderSite(smallSite()), 'index.html'))).toContain('Start here')
  })
})

describe('the doors', () => {
  const door = (name: string) => fileNamed(renderSite(withSite({ tasks })), `for/${name}/index.html`)

  test('each has its own words in front of pages for it and for everybody, and leads to the others', () => {
    const young = linksIn(door('young-people'))
    expect(young).toEqual(
      expect.arrayContaining([
        'I want to play chess → ../../services/chess/',
        'We are moving → ../../education/moving/',
        'Travel to school → ../../education/travel/',
        'I am a parent or carer → ../parents/',
      ]),
    )
    // The page on moving is for parents and professionals; only the team's own task leads there from here.
    expect(young.filter(link => link.endsWith('/education/moving/'))).toEqual([
      'We are moving → ../../education/moving/',
    ])
    expect(linksIn(door('professionals'))).toContain('Moving into Southend → ../../education/moving/')
  })

  test('are not there where nothing is for somebody in particular', () => {
    const plain = siteOf({ 'pages/education/a.md': page(ids.moving, 'A') })
    expect([...renderSite(plain)].filter(({ path }) => path.startsWith('for/'))).toEqual([])
    expect(fileNamed(renderSite(plain), 'index.html')).not.toContain('I am a young person')
  })
})

describe('what is being worked on', () => {
  const working = [{ requirement: 'SE7-ED-11', says: 'Ramps and lifts', until: 'Ask the school.\n\nOr ask us.' }]

  test('has a page for each gap, with what to do until then', () => {
    const files = [...renderSite(withSite({ working }))]
    const gap = fileNamed(files, 'what-we-are-working-on/se7-ed-11/index.html')
    expect(headings(gap)).toEqual(['Ramps and lifts', 'What you can do now'])
    expect(gap).toContain('<p class="govuk-body">Or ask us.</p>')
    expect(linksIn(fileNamed(files, 'index.html'))).toContain('What we are working on → what-we-are-working-on/')
  })

  test('goes as soon as a page answers the requirement', () => {
    const answers = siteOf(
      { 'pages/education/a.md': page(ids.moving, 'A', 'Words.', { checklist: ['SE7-ED-11'] }) },
      { config: config({ site: { working } }) },
    )
    expect([...renderSite(answers)].filter(({ path }) => path.startsWith('what-we'))).toEqual([])
    expect(fileNamed(renderSite(answers), 'index.html')).not.toContain('What we are working on')
  })
})

describe('is this page useful?', () => {
  const asked = (useful: string) =>
    fromHtml(renderPage(withSite({ useful }), ids.moving) ?? '').find(
      ({ text, name }) => name === 'a' && text.startsWith('Tell us what helped'),
    )?.attributes.href

  test('leads to the team by email, with the name of the page', () => {
    const address = new URL(asked('offer@example.org') ?? '')
    expect(address.pathname).toBe('offer@example.org')
    expect(address.searchParams.get('subject')).toBe('About “Moving into Southend”')
    expect(address.searchParams.get('body')).toContain('/education/moving/')
  })

  test('leads to the team’s own form with the address of the page', () => {
    expect(asked('https://example.org/form?a=b')).toBe('https://example.org/form?a=b&page=%2Feducation%2Fmoving%2F')
  })

  test.each(['', 'http://example.org/', 'javascript:alert(1)', 'somebody'])(
    'is not asked where it would lead to %j',
    useful => {
      expect(asked(useful)).toBeUndefined()
    },
  )
})

describe('pages in other languages', () => {
  const arabic = '01JDAXQ4S2Q0M5K7E3V8R9T6WE'
  const files = {
    'pages/education/a.md': page(ids.moving, 'Moving', 'Words.'),
    'pages/education/ar.md': page(arabic, 'الانتقال', '## واحد\n\nكلمات.', {
      language: 'ar',
      translationOf: ids.moving,
    }),
  }
  const site = siteOf(files, { config: config({ publish: { url: 'https://example.org' } }) })

  test('are read from the side that their language is read from, inside a page in the language of the site', () => {
    const html = renderPage(site, arabic) ?? ''
    expect(html).toContain('<html lang="en-GB"')
    expect(html).toContain('<div class="content" lang="ar" dir="rtl">')
    expect(html).toContain('<h1 class="govuk-heading-xl" lang="ar" dir="rtl">')
  })

  test('lead to one another, by their own names, and search engines are told', () => {
    expect(linksIn(renderPage(site, ids.moving) ?? '')).toContain('العربية → ../ar/')
    expect(linksIn(renderPage(site, arabic) ?? '')).toContain('English → ../a/')
    expect(renderPage(site, ids.moving)).toContain(
      '<link rel="alternate" hreflang="ar" href="https://example.org/education/ar/">',
    )
  })

  test('stand in lists in their own language, and in the A to Z behind Z where it has no such letter', () => {
    const link = 'href="../education/ar/" lang="ar" dir="rtl">الانتقال</a>'
    const aToZ = fileNamed(renderSite(site), 'a-to-z/index.html')
    expect(aToZ).toContain(link)
    expect(headings(aToZ).slice(-2)).toEqual(['M', 'Other letters'])
    const news = [{ on: isoDateSchema.parse('2026-11-20'), added: [arabic], changed: [] }]
    expect(fileNamed(renderSite({ ...site, news }), 'whats-new/index.html')).toContain(link)
    expect(fileNamed(renderSite({ ...site, news }), 'index.html')).toContain(link.replace('../', ''))
  })

  test('stand in their section only where the page that they translate is not on the site', () => {
    const section = (input: SiteInput) => linksIn(fileNamed(renderSite(input), 'education/index.html')).join()
    expect(section(site)).not.toContain('الانتقال')
    expect(section({ ...site, pages: site.pages.filter(({ slug }) => slug === 'ar') })).toContain('الانتقال')
  })
})

describe('facts for search engines', () => {
  const url = { publish: { url: 'https://example.org/offer' } }
  const factsIn = (input: SiteInput, id: string) => {
    const html = renderPage(input, id) ?? ''
    const block = fromHtml(html).find(({ attributes }) => attributes.type === 'application/ld+json')
    return JSON.parse(block?.text ?? '{}') as { '@graph': Record<string, unknown>[] }
  }

  test('a page is questions and answers only where each of its main headings is a question', () => {
    const faq = (body: string) =>
      factsIn(siteOf({ 'pages/education/a.md': page(ids.moving, 'A', body) }, { config: config(url) }), ids.moving)[
        '@graph'
      ][0]
    expect(faq('## Who?\n\nYou.\n\n## When?\n\n- Now\n- Later')).toMatchObject({
      '@type': ['WebPage', 'FAQPage'],
      mainEntity: [
        { name: 'Who?', acceptedAnswer: { text: 'You.' } },
        { name: 'When?', acceptedAnswer: { text: 'Now Later' } },
      ],
    })
    expect(faq('## Who?\n\nYou.\n\n## Others\n\nNo.')).toMatchObject({ '@type': 'WebPage' })
    expect(faq('## Who?\n\n## When?\n\nNow.')).toMatchObject({ '@type': 'WebPage' })
  })

  test('only the council’s own services are services of government', () => {
    const service = (organization: string) =>
      factsIn(
        siteOf(
          { 'services/a.md': page(ids.club, 'A', 'Words.', { organization, minimum_age: 5 }) },
          { config: config(url) },
        ),
        ids.club,
      )['@graph'][0]
    expect(service('Southend-on-Sea City Council')).toMatchObject({
      '@type': 'GovernmentService',
      provider: { '@id': 'https://example.org/offer/#council' },
      audience: { suggestedMinAge: 5 },
    })
    expect(service('The chess people')).toMatchObject({ '@type': 'Service', provider: { name: 'The chess people' } })
  })

  test('are not there while nobody knows where families read the site', () => {
    expect(factsIn(smallSite(), ids.moving)).toEqual({})
  })
})

describe('what’s new', () => {
  const on = (day: string) => isoDateSchema.parse(day)
  const news = [
    { on: on('2026-11-20'), added: [ids.travel], changed: [ids.moving, '01JDAXQ4S2Q0M5K7E3V8R9T6ZZ'] },
    { on: on('2026-10-01'), added: [ids.moving], changed: [] },
  ]
  const published = { config: config({ publish: { url: 'https://example.org' } }), news }

  test('tells each page once, by its newest day, and leaves out what went', () => {
    const html = fileNamed(renderSite(smallSite(published)), 'whats-new/index.html')
    expect(headings(html)).toEqual(['What’s new', '20 November 2026'])
    expect(linksIn(html)).toEqual(
      expect.arrayContaining([
        'Travel to school → ../education/travel/',
        'Moving into Southend → ../education/moving/',
      ]),
    )
  })

  test('can be followed in a feed that names the permanent address of each page and the day', () => {
    const feed = new DOMParser().parseFromString(
      fileNamed(renderSite(smallSite(published)), 'whats-new/feed.xml'),
      'text/xml',
    )
    const told = (name: string) => Array.from(feed.getElementsByTagName(name), one => one.textContent)
    expect(told('updated')).toEqual(Array(3).fill('2026-11-20T00:00:00Z'))
    expect(told('id').slice(1)).toEqual([ids.travel, ids.moving].map(id => `https://example.org/id/${id}/#2026-11-20`))
    expect(told('title')).toEqual(['What’s new – Southend Local Offer', 'Travel to school', 'Moving into Southend'])
  })

  test('is not there where nothing is known to be new', () => {
    expect([...renderSite(smallSite())].filter(({ path }) => path.startsWith('whats-new'))).toEqual([])
  })
})
