import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { themeFiles } from '../../src/main/publish/theme.ts'
import type { SiteFile } from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { sampleSite } from './sample-site.ts'
import { everyBlock } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // Matters of taste on which the templates are of one mind: double quotes, lower case, optional end tags kept.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // `role="search"` on a form is its landmark in browsers that do not know the search element yet.
    'prefer-native-element': 'off',
    // The order of headings is one of Signpost's own checks, and the sample has some honest problems for those.
    'heading-level': 'off',
    // Telephone numbers break where they were written to.
    'tel-non-breaking': 'off',
    // The policy stands in the page, so that any plain web host keeps it; nothing is loaded from elsewhere.
    'require-sri': 'off',
  },
})

const pagesOf = (files: readonly SiteFile[]): [string, string][] =>
  files.flatMap(({ path, content }) => (path.endsWith('.html') && typeof content === 'string' ? [[path, content]] : []))

/** Pages of one template, which the small site has too: the permanent addresses, and the directory by one choice. */
const ofOneTemplate = (path: string) => /^(id|services\/(by|as))\//.test(path)

async function faultsIn(pages: readonly [string, string][]): Promise<string[]> {
  const faults: string[] = []
  for (const [path, html] of pages) {
    const report = await validator.validateString(html, path)
    faults.push(
      ...report.results.flatMap(({ messages }) =>
        messages.map(one => `${path}:${one.line} ${one.ruleId}: ${one.message}`),
      ),
    )
  }
  return faults
}

test('every template and every block is valid HTML', async () => {
  const { config, media, ...site } = everyBlock()
  const inSizes = new Map([...media].map(([name, fact]) => [name, { ...fact, sizes: [400, 800] }]))
  const published = { ...config, publish: { url: 'https://example.org', targets: [] } }
  const pages = pagesOf([...renderSite({ ...site, config: published, media: inSizes, cards: 'drawn' })])
  expect(pages.some(([, html]) => html.includes('<source type="image/webp"'))).toBe(true)
  expect(pages.some(([, html]) => html.includes('og:image'))).toBe(true)
  expect(await faultsIn(pages)).toEqual([])
})

test('every page of the sample is valid HTML', async () => {
  const pages = pagesOf([...renderSite(await sampleSite())]).filter(([path]) => !ofOneTemplate(path))
  expect(pages.length).toBeGreaterThan(100)
  expect(await faultsIn(pages)).toEqual([])
}, 240_000)

/** Where each link of a page leads, as a file of the site; null for the outside. */
function targetsOf(path: string, html: string): { href: string; file: string; fragment: string }[] {
  const here = new URL(path.replace(/index\.html$/, ''), 'http://site/')
  return fromHtml(html).flatMap(({ attributes }) =>
    ['href', 'src', 'action'].flatMap(name => {
      const href = attributes[name]
      if (href === undefined || !URL.canParse(href, here.href)) return []
      const url = new URL(href, here)
      if (url.host !== 'site') return []
      const file = decodeURIComponent(url.pathname.slice(1))
      return [
        { href, file: file === '' || file.endsWith('/') ? `${file}index.html` : file, fragment: url.hash.slice(1) },
      ]
    }),
  )
}

/** `beside` are further files of the site. */
function deadLinksIn(files: readonly SiteFile[], beside: readonly { path: string }[] = []): string[] {
  const pages = new Map(pagesOf(files))
  const there = new Set([...files, ...beside].map(({ path }) => path))
  const anchors = new Map(
    [...pages].map(([path, html]) => [path, new Set(fromHtml(html).map(one => one.attributes.id))]),
  )
  return [...pages]
    .filter(([path]) => !path.startsWith('services/by/'))
    .flatMap(([path, html]) =>
      targetsOf(path, html)
        .filter(({ file, fragment }) => !there.has(file) || (fragment !== '' && !anchors.get(file)?.has(fragment)))
        .map(({ href }) => `${path} → ${href}`),
    )
}

test('no link of the sample’s site is dead, headings included', async () => {
  const site = await sampleSite()
  expect(deadLinksIn([...renderSite(site)], await themeFiles('resources/site', site.config))).toEqual([])
}, 240_000)

test('the search for dead links finds them', () => {
  const content =
    '<a href="../nowhere/">x</a><a href="#nowhere">y</a><a href="https://example.org">z</a><img src="../media/x.png">'
  expect(deadLinksIn([{ path: 'a/index.html', content }])).toHaveLength(3)
})
