import { describe, expect, test } from 'vitest'
import { answerSchema } from '../../src/shared/feedback/index.ts'
import {
  formatAndSize,
  problemsOf,
  relativeAddress,
  renderedFaults,
  renderPage,
  type SiteInput,
  siteUrl,
} from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { config, fileNamed, ids, page, picture, siteOf, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const paths = (input: SiteInput) => [...renderSite(input)].map(file => file.path)
const moving = () => renderPage(smallSite(), ids.moving) ?? ''
const textOf = (html: string, name: string) =>
  fromHtml(html)
    .find(one => one.name === name)
    ?.text.replace(/\s+/g, ' ')
    .trim()

describe('addresses', () => {
  test('pages stand under their section, services in the directory, and each has one that stays', () => {
    expect(paths(smallSite())).toEqual(
      expect.arrayContaining([
        'education/moving/index.html',
        'services/chess/index.html',
        `id/${ids.moving}/index.html`,
        '404.html',
        '_redirects',
        'version.json',
      ]),
    )
  })

  test.each([
    ['/education/moving/', '/education/travel/', '../travel/'],
    ['/education/moving/', '/education/moving/', './'],
    ['/education/moving/', '/', '../../'],
    ['/', '/education/', 'education/'],
    ['/education/', '/media/hall.jpg', '../media/hall.jpg'],
    ['/education/moving/', '/education/travel/#who', '../travel/#who'],
  ])('from %s to %s is %s', (from, to, way) => expect(relativeAddress(from, to)).toBe(way))

  test.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/local-offer/', 'https://example.org/local-offer'],
    ['https://someone:secret@example.org//x//?a#b', 'https://example.org/x'],
    ['javascript:alert(1)', null],
    ['', null],
  ])('families read the site at %s: %s', (url, expected) => expect(siteUrl(url)).toBe(expected))

  test('with an address there are a sitemap and canonical addresses, without one there are none', () => {
    const site = smallSite({ config: config({ publish: { url: 'https://example.org/offer', targets: [] } }) })
    expect(fileNamed(renderSite(site), 'sitemap.xml')).toContain(
      '<loc>https://example.org/offer/education/moving/</loc>',
    )
    expect(renderPage(site, ids.moving)).toContain(
      '<link rel="canonical" href="https://example.org/offer/education/moving/">',
    )
    expect(paths(smallSite())).not.toContain('sitemap.xml')
  })

  test('a preview’s links start where they are told to', () => {
    expect(renderPage(smallSite(), ids.moving, { root: '/preview/7/' })).toContain(
      'href="/preview/7/education/travel/#who-can-get-it"',
    )
  })

  test('a preview says where its words stand, and is the page of the site but for that', () => {
    for (const id of [ids.moving, ids.club]) {
      const published = renderPage(smallSite(), id) ?? ''
      const preview = renderPage(smallSite(), id, { places: true }) ?? ''
      expect(preview).toMatch(/<\w+ [^>]*data-place="0"/)
      expect(preview.replaceAll(/ data-place="[\d.]+"/g, '')).toBe(published)
    }
  })

  test('no file of the site says where its words stand', () => {
    const texts = [...renderSite(smallSite())].map(({ content }) => (typeof content === 'string' ? content : ''))
    expect(texts.filter(text => text.includes('data-place'))).toEqual([])
  })
})

describe('redirects', () => {
  const redirected = (redirects: SiteInput['redirects']) => {
    const rules = fileNamed(renderSite(smallSite({ redirects })), '_redirects')
    return rules.split('\n').filter(line => line !== '')
  }

  test('a chain of renames leads to its end in one step', () => {
    const steps = [
      { from: '/education/bus/', to: '/education/getting-there/' },
      { from: '/education/getting-there/', to: `page:${ids.travel}` },
    ]
    expect(redirected(steps)).toEqual([
      '/education/bus/ /education/travel/ 301',
      '/education/getting-there/ /education/travel/ 301',
    ])
  })

  test.each([
    [
      'a circle',
      [
        { from: '/a/', to: '/b/' },
        { from: '/b/', to: '/a/' },
      ],
    ],
    ['one that leads nowhere', [{ from: '/a/', to: '/b/' }]],
    ['one from a page that is there', [{ from: '/education/travel/', to: `page:${ids.moving}` }]],
    ['one from a section', [{ from: '/education/', to: `page:${ids.moving}` }]],
  ])('%s is left out', (_, redirects) => expect(redirected(redirects)).toEqual([]))
})

describe('a page', () => {
  test('says who it is for, what is on it, when it was checked, and where to go next', () => {
    const text = textOf(moving(), 'main')
    for (const words of [
      'What happens to your child’s plan.',
      'For: parents and carers, professionals',
      'Easy read version of this page (PDF, 340 KB)',
      'On this page',
      'Last reviewed: 5 November 2026',
      'Related pages',
      'Related groups and services',
    ])
      expect(text).toContain(words)
  })

  test('has a contents list from three main headings on', () => {
    const withHeadings = (count: number) =>
      renderPage(
        siteOf({ 'pages/education/a.md': page(ids.moving, 'A', '## One\n\nWords.\n\n'.repeat(count)) }),
        ids.moving,
      )
    expect(withHeadings(2)).not.toContain('On this page')
    expect(withHeadings(3)).toContain('On this page')
  })

  test('gives documents their format and size, pictures their size and alternative', () => {
    expect(moving()).toContain('The form (PDF, 340 KB)')
    expect(moving()).toContain('<img src="../../media/hall.jpg" alt="A hall" width="800" height="600" loading="lazy">')
    expect(formatAndSize('plan.docx', 2_400_000)).toBe('Word document, 2.4 MB')
  })

  test('has one main heading, and no heading has an id of the page’s frame', () => {
    const body = '## Main content\n\n## On this page\n\n## Search header\n\nWords.'
    const html = renderPage(siteOf({ 'pages/education/a.md': page(ids.moving, 'A', body) }), ids.moving) ?? ''
    const all = fromHtml(html)
    expect(all.filter(one => one.name === 'h1')).toHaveLength(1)
    const given = all.flatMap(one => one.attributes.id ?? [])
    expect(new Set(given).size).toBe(given.length)
  })

  test('has no second main heading where its words have one: the check asks to mend it, and nothing holds the page back', () => {
    const body = '# Travel\n\nWords.\n\n## Costs\n\n## Who'
    const html = renderPage(siteOf({ 'pages/education/a.md': page(ids.moving, 'A', body) }), ids.moving) ?? ''
    expect(renderedFaults(html)).toEqual([])
    expect(fromHtml(html).filter(({ name, text }) => name === 'h2' && text.trim() === 'Travel')).toHaveLength(1)
    expect(html).toContain('href="#travel"')
  })

  test('runs no script and loads only from its own site', () => {
    const policy = fromHtml(moving()).find(one => one.attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes.content).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'",
    )
  })

  test('a link that leads nowhere keeps its words', () => {
    const broken = siteOf({
      'pages/education/a.md': page(ids.moving, 'A', `See [the other page](page:${ids.travel}).`),
    })
    const html = renderPage(broken, ids.moving) ?? ''
    expect(textOf(html, 'main')).toContain('See the other page.')
    expect(fromHtml(html).filter(one => one.name === 'a' && one.text === 'the other page')).toEqual([])
  })
})

describe('a service', () => {
  const html = () => renderPage(smallSite(), ids.club) ?? ''

  test('says how to get in touch, for whom it is and what it costs', () => {
    for (const words of [
      'Telephone 01632 960456',
      'Website example.org',
      'Age Ages 5 to 11',
      'Area Leigh and Westcliff',
      'Cost Free',
    ])
      expect(textOf(html(), 'main')).toContain(words)
  })

  test('stands in the directory, under its kind of help and in the A to Z', () => {
    expect(textOf(fileNamed(renderSite(smallSite()), 'services/index.html'), 'main')).toContain('Chess club')
    expect(textOf(fileNamed(renderSite(smallSite()), 'services/by/kind/clubs/index.html'), 'main')).toContain(
      'Kind of help: Clubs 1 group or service. Choose by more than this Clubs Chess club',
    )
    expect(textOf(fileNamed(renderSite(smallSite()), 'a-to-z/index.html'), 'main')).toMatch(/C .*Chess club service/)
  })
})

describe('what keeps a page off the site, by name', () => {
  const problems = (input: SiteInput) => problemsOf(input, ids.moving).map(one => one.sentence)
  const body = (words: string, fields = {}) => siteOf({ 'pages/education/a.md': page(ids.moving, 'A', words, fields) })

  test.each<[string, SiteInput, string]>([
    [
      'a dead link',
      body(`[Travel](page:${ids.travel})`),
      'The link “Travel” leads to a page that is not on the site. Approve that page too, or change the link.',
    ],
    [
      'a dead card',
      body(`::service{id="${ids.club}"}`),
      'The link “Service card” leads to a page that is not on the site. Approve that page too, or change the link.',
    ],
    [
      'a missing picture',
      body('::figure{src="media/hall.jpg" alt="x"}'),
      'The file “hall.jpg” is missing. Add it again under that name, or choose another on the page.',
    ],
    [
      'a missing document',
      body('[Form](media/form.pdf)'),
      'The file “form.pdf” is missing. Add it again under that name, or choose another on the page.',
    ],
    [
      'a missing easy read page',
      body('x', { easyRead: `page:${ids.travel}` }),
      'The easy read version is not on the site. Approve it too, or choose another.',
    ],
    ['no title', siteOf({ 'pages/education/a.md': page(ids.moving, '') }), 'It has no title.'],
    [
      'an address that the site needs',
      siteOf({ 'pages/assets/a.md': page(ids.moving, 'A') }),
      'The site needs the address /assets/ for itself.',
    ],
    [
      'an address that another has',
      siteOf({ 'pages/education/A.md': page(ids.moving, 'A'), 'pages/education/a.md': page(ids.travel, 'B') }),
      '“B” has the same address.',
    ],
    [
      'a file that may not be shown',
      {
        ...body('::figure{src="media/x.svg" alt="x"}'),
        media: new Map([['x.svg', { ...picture, trouble: 'has script in it' }]]),
      },
      'The file “x.svg” cannot go on the site: it has script in it. Put a sound one in its place, or choose another.',
    ],
  ])('%s', (_, input, sentence) => {
    expect(problems(input)).toEqual([sentence])
    expect(() => [...renderSite(input)]).not.toThrow()
  })

  test('nothing, when all is well', () => expect(problems(smallSite())).toEqual([]))

  test('files that nothing shows stay with the team', () => {
    const media = new Map([...smallSite().media, ['secret.pdf', picture] as const])
    expect(paths(smallSite({ media }))).not.toContain('media/secret.pdf')
  })
})

test('the same input gives the same files, whatever order it comes in', () => {
  const site = smallSite()
  const turned = { ...site, pages: site.pages.toReversed(), media: new Map([...site.media].toReversed()) }
  expect([...renderSite(turned)]).toEqual([...renderSite(site)])
})

test('the stamp of a publish is in one file only, so that a new publish changes no page', () => {
  const other = smallSite({ stamp: { publish: 'another', at: '2027-01-01T00:00:00.000Z' } })
  const before = new Map([...renderSite(smallSite())].map(file => [file.path, file.content]))
  expect(
    [...renderSite(other)]
      .filter(file => before.get(file.path) !== file.content && typeof file.content === 'string')
      .map(file => file.path),
  ).toEqual(['version.json'])
})

describe('what families said, and what was done', () => {
  const answer = (id: string, more: object) =>
    answerSchema.parse({
      id: `01K9ZQ4T8MJ5W3XB7C2D6E8F${id}`,
      said: 'It was hard to find.',
      did: 'It stands\nin two lines.',
      by: { name: 'Priya', email: 'priya@example.org' },
      at: '2026-11-01T09:00:00.000Z',
      ...more,
    })
  const answers = [
    answer('01', { received: '2025-03-04', pages: [ids.moving] }),
    answer('02', { received: '2026-10-05', theme: 'Travel' }),
    answer('03', { received: '2026-10-06' }),
  ]
  const read = (input: SiteInput) => [...renderSite(input)].find(({ path }) => path === 'you-said-we-did/index.html')

  test('stands by year and theme, the newest year first, with the pages that it is about', () => {
    const html = String(read(smallSite({ answers }))?.content)
    const headings = fromHtml(html).filter(({ name }) => /^h[1-3]$/.test(name))
    expect(headings.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'h1 You said, we did',
      'h2 2026',
      'h3 Travel',
      'h3 Other comments',
      'h2 2025',
    ])
    expect(html).toContain('<p class="govuk-body">in two lines.</p>')
    expect(html).toContain('href="../education/moving/"')
    expect(html).not.toContain('priya@example.org')
  })

  test('is led to from every page, where there is any', () => {
    expect(read(smallSite())).toBeUndefined()
    expect(renderPage(smallSite(), ids.moving)).not.toContain('You said, we did')
    expect(renderPage(smallSite({ answers }), ids.moving)).toContain(
      'href="../../you-said-we-did/">You said, we did</a>',
    )
  })
})
