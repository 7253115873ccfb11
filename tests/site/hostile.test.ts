import { expect, test } from 'vitest'
import type { Doc } from '../../src/shared/content/index.ts'
import type { SiteInput } from '../../src/shared/site/index.ts'
import { fromHtml, type ReadElement } from './read-html.ts'
import { config, ids, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

/** Whatever stands in whatever field of a workspace, it is words on the site, never markup, script or an address that runs. */

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="https://example.org/">',
  '<form action="https://example.org/"><input name=q>',
  '<link rel=stylesheet href=https://example.org/x.css>',
  '{{alert(1)}}<%=alert(1)%>',
  '//example.org/x',
  '\u202e<script>alert(1)</script>\u0000',
  '0;url=https://example.org/',
]

/** Every text in a value replaced by `payload`, except those that `kept` names, which decide its shape. */
function poisoned<T>(value: T, payload: string, kept: ReadonlySet<string>): T {
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return kept.has(key) ? node : payload
    if (Array.isArray(node)) return node.map(item => walk(item, key))
    if (typeof node !== 'object' || node === null || node instanceof Map) return node
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, walk(inner, name)]))
  }
  return walk(value, '') as T
}

/** What the schemas and the parser hold to a shape before the site ever sees it; the rest may say anything. */
const shaped = new Set([
  'id',
  'type',
  'kind',
  'path',
  'slug',
  'section',
  'audience',
  'related',
  'last',
  'due',
  'every',
  'assured_date',
  'requirement',
  'for',
  'to',
  'translationOf',
])

function poisonedSite(payload: string, url: string): SiteInput {
  const site = smallSite({ config: config({ site: everyPlace }) })
  const clean = poisoned({ pages: site.pages, services: site.services, config: site.config }, payload, shaped)
  clean.config.publish.url = url
  const doc: Doc = {
    type: 'doc',
    content: [
      ...(clean.pages[0]?.doc.content ?? []),
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'go', marks: [{ type: 'link', attrs: { href: payload, title: payload } }] }],
      },
      { type: 'figure', attrs: { src: payload, alt: payload, decorative: false, caption: payload } },
      { type: 'kept', attrs: { source: payload } },
      { type: 'video', attrs: { href: payload, title: payload, poster: payload, transcript: payload } },
    ],
  }
  const media = new Map([...site.media].map(([name, fact]) => [name, { ...fact, alt: payload }]))
  return {
    ...site,
    ...clean,
    pages: clean.pages.map(page => ({ ...page, doc })),
    media,
    redirects: [
      { from: payload, to: payload },
      { from: `/old/${payload}/`, to: `page:${site.pages[0]?.fields.id}` },
      { from: '/old/', to: payload },
    ],
    answers: [poisonedAnswer(payload)],
    stamp: { publish: payload, at: payload },
  }
}

/** What a team says under `site` of its settings, in places that lead somewhere. */
const everyPlace = {
  colour: 'x',
  logo: 'x',
  tasks: [{ says: 'x', to: `page:${ids.moving}`, for: ['young-people'] }],
  search: [{ says: 'x', means: 'x' }],
  useful: 'x',
  working: [{ requirement: 'A-1', says: 'x', until: 'x' }],
}

/** Past its schema: a year that is none may not become markup either. */
function poisonedAnswer(payload: string): SiteInput['answers'][number] {
  const words = { theme: payload, said: payload, did: payload, received: payload, at: payload }
  const answer = { id: payload, pages: [payload], by: { name: payload, email: payload }, ...words }
  return answer as unknown as SiteInput['answers'][number]
}

const forbidden = new Set(['iframe', 'object', 'embed', 'base', 'style', 'applet', 'frame', 'template'])
const addresses = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'ping', 'background']

/** What a browser could run, load or send elsewhere in a page. */
function dangersIn(path: string, html: string): string[] {
  const elements = fromHtml(html)
  const scripts = elements.filter(({ name, attributes }) => name === 'script' && attributes.type !== factsType)
  const mayHave = /^(search|services(\/as\/(table|sheet))?)\/index\.html$/.test(path) ? 1 : 0
  return [
    ...(scripts.length === mayHave ? [] : [`${scripts.length} scripts`]),
    ...elements.flatMap(element => dangersOf(element).map(danger => `${path}: <${element.name}> ${danger}`)),
  ]
}

/** No browser runs a block of this type, as long as it is one block. */
const factsType = 'application/ld+json'

function dangersOf({ name, attributes, text }: ReadElement): string[] {
  const found = forbidden.has(name) ? ['is there'] : []
  found.push(...Object.keys(attributes).filter(attribute => /^on|^style$|^srcdoc$/i.test(attribute)))
  if (attributes.type === factsType) {
    if (/[<>&]/.test(text) || !Array.isArray(JSON.parse(text)['@graph'])) found.push('is no data')
  } else if (name === 'script' && !/^(\.\.\/)*assets\/(search|directory)\.js$/.test(attributes.src ?? ''))
    found.push('is not ours')
  if (
    name === 'link' &&
    !['canonical', 'alternate'].includes(attributes.rel ?? '') &&
    !/^[./\w-]+$/.test(attributes.href ?? '')
  )
    found.push('loads')
  if (name === 'form' && !/^[./]*(search\/)?$/.test(attributes.action ?? '')) found.push('sends')
  const leads = attributes['http-equiv'] === 'refresh' ? attributes.content : '0; url=./'
  if (!/^0; url=(\.\.?\/|[a-z])[\w./-]*$/.test(leads ?? '')) found.push('leads away')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these before and in a scheme
  const read = addresses.map(attribute => (attributes[attribute] ?? '').replace(/[\u0000-\u0020]/g, ''))
  return [...found, ...read.filter(address => /^(javascript|data|vbscript|file|blob):|^\/\//i.test(address))]
}

test.each(payloads.flatMap(payload => ['https://example.org', payload].map(url => [payload, url])))(
  '%j is only words, on a site at %j',
  (payload, url) => {
    const pages = [...renderSite(poisonedSite(payload, url))].filter(file => file.path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.flatMap(({ path, content }) => (typeof content === 'string' ? dangersIn(path, content) : []))).toEqual(
      [],
    )
  },
)

test('the search for dangers finds them', () => {
  const bad =
    '<base href=x><p onclick=x><script src=x></script><a href=" java\tscript:x">x</a><form action=//x><style></style>'
  expect(dangersIn('x', bad)).toHaveLength(8)
})

test('no file of the site leaves its folder, whatever the redirects say', () => {
  const wicked = [
    '/../../etc/',
    '/%2e%2e/%2e%2e/x/',
    '/a/../../b/',
    '/.git/hooks/',
    '/con/',
    '/%/',
    '/a\\b/',
    '/id/x/',
    '/assets/x/',
    '/services/',
    '/',
  ]
  const site = smallSite()
  const to = `page:${site.pages[0]?.fields.id}`
  const files = [...renderSite({ ...site, redirects: wicked.map(from => ({ from, to })) })]
  expect(files.map(file => file.path)).toEqual([...renderSite(site)].map(file => file.path))
})
