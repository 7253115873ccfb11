import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { navigation, peerLists } from './peer-lists.ts'

/**
 * The peer of `build`: an Eleventy site of a workspace's own pages and services, in a layout that writes about as much around
 * each page as Signpost's does, with the other files that a site of Signpost has: a permanent address for each page and
 * service, which leads to it, the lists of `peer-lists.ts`, a sitemap, and each service as data. Links by id lead to addresses. Set
 * up for speed: no template language in the pages, and layouts in plain JavaScript.
 */
export function makeEleventySite(folder: string, workspace: string): void {
  mkdirSync(join(folder, '_includes'), { recursive: true })
  for (const part of ['pages', 'services']) cpSync(join(workspace, part), join(folder, part), { recursive: true })
  cpSync(join(checkout, 'resources/site'), join(folder, 'assets'), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'eleventy.config.js'), config)
  writeFileSync(join(folder, '_includes', 'layout.11ty.js'), layout)
  for (const [name, text] of Object.entries(templates)) writeFileSync(join(folder, `${name}.11ty.js`), text)
}

export const checkout = join(import.meta.dirname, '../..')
export const eleventy = join(checkout, 'node_modules/@11ty/eleventy/cmd.cjs')

const config = `export default function (eleventy) {
  eleventy.addPassthroughCopy('assets')
  eleventy.addGlobalData('layout', 'layout.11ty.js')
  const entries = api => api.getAll().filter(page => page.data.id)
  eleventy.addCollection('entries', entries)
  eleventy.addCollection('services', api => entries(api).filter(page => page.url.startsWith('/services/')))
  eleventy.addCollection('byId', api => Object.fromEntries(entries(api).map(page => [page.data.id, page])))
  eleventy.addCollection('lists', api => {
    const all = entries(api).toSorted((one, other) => one.data.title < other.data.title ? -1 : 1)
    const isOf = of => page => of === 'all' || page.url.startsWith(of === 'services' ? '/services/' : '/pages/' + of + '/')
    return ${JSON.stringify(peerLists)}.map(list => ({ ...list, items: all.filter(isOf(list.of)) }))
  })
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, dir: { output: '_site' } }
}
`

const nav = navigation.join('\n')

/** Everything besides the pages and services themselves. */
const templates: Readonly<Record<string, string>> = {
  lists: `const escape = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';')
export const data = {
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => list.address,
  eleventyExcludeFromCollections: true,
  eleventyComputed: { title: ({ list }) => list.title },
}
const row = ({ url, data }) => '<li><a class="govuk-link" href="' + url + '">' + escape(data.title) + '</a><p class="govuk-body">' + escape(data.summary) + '</p></li>'
export const render = ({ list }) => '<ul class="govuk-list">' + list.items.map(row).join('\\n') + '</ul>'
`,
  permanent: `export const data = {
  pagination: { data: 'collections.entries', size: 1, alias: 'entry' },
  permalink: ({ entry }) => '/id/' + entry.data.id + '/',
  eleventyExcludeFromCollections: true,
  layout: null,
}
export const render = ({ entry: { url } }) => '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=' + url + '"><meta name="robots" content="noindex"><title>This page has moved</title></head><body><main><h1>This page has moved</h1><p><a href="' + url + '">Go to the page</a></p></main></body></html>'
`,
  data: `export const data = {
  pagination: { data: 'collections.services', size: 1, alias: 'entry' },
  permalink: ({ entry }) => '/as/open-referral/' + entry.data.id + '.json',
  eleventyExcludeFromCollections: true,
  layout: null,
}
export const render = ({ entry: { data } }) => JSON.stringify({ id: data.id, name: data.title, description: data.summary, url: data.url, organization: data.organization, minimum_age: data.minimum_age, maximum_age: data.maximum_age, needs: data.needs, areas: data.areas, categories: data.categories, telephone: data.telephone, postcode: data.postcode })
`,
  sitemap: `export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true, layout: null }
export const render = ({ collections }) => '<urlset>' + collections.entries.map(({ url }) => '<url><loc>https://example.org' + url + '</loc></url>').join('\\n') + '</urlset>'
`,
}

const layout = `const escape = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';')
const link = page => page ? '<li><a class="govuk-link" href="' + page.url + '">' + escape(page.data.title) + '</a></li>' : ''

export function render({ id, title, summary, audience = [], related = [], review, collections, content }) {
  const headings = [...content.matchAll(/<h2[^>]*>(.*?)<\\/h2>/g)].map(found => '<li><a class="govuk-link" href="#">' + found[1] + '</a></li>')
  return \`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>\${escape(title)} – Southend Local Offer</title>
<meta name="description" content="\${escape(summary)}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Southend Local Offer">
<meta property="og:title" content="\${escape(title)}">
<meta property="og:description" content="\${escape(summary)}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="preload" href="/assets/vendor/atkinson-hyperlegible-next-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/theme.css">
</head>
<body class="govuk-template__body">
<a href="#main_content" class="govuk-skip-link">Skip to main content</a>
<header class="site-header">
<div class="govuk-width-container site-header__inner">
<a class="site-header__name" href="/">Southend Local Offer</a>
<form class="site-search" role="search" action="/search/" method="get"><label for="search">Search this site</label>
<input class="govuk-input" id="search" name="q" type="search"><button class="govuk-button" type="submit">Search</button></form>
</div>
<nav class="site-nav" aria-label="Main"><ul>
${nav}
</ul></nav>
</header>
<div class="govuk-width-container">
<nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
<ol class="govuk-breadcrumbs__list">
<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="/">Home</a></li>
<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="../">Section</a></li>
</ol>
</nav>
<main class="govuk-main-wrapper" id="main_content"\${id ? ' data-pagefind-body' : ''}>
<article>
<h1 class="govuk-heading-xl">\${escape(title)}</h1>
<p class="govuk-body-l">\${escape(summary)}</p>
<p class="govuk-body page-facts" data-pagefind-ignore>For: \${audience.map(escape).join(', ')}</p>
<nav class="contents" data-pagefind-ignore><ol>\${headings.join('\\n')}</ol></nav>
<div class="content">\${content.replace(/href="page:(\\w+)"/g, (_, id) => 'class="govuk-link" href="' + (collections.byId[id]?.url ?? '/') + '"')}</div>
<footer class="page-end" data-pagefind-ignore>
<p class="govuk-body page-facts">Last reviewed: <time datetime="\${review?.last}">\${review?.last}</time></p>
</footer>
</article>
<aside data-pagefind-ignore><ul class="govuk-list">\${related.map(id => link(collections.byId[id])).join('\\n')}</ul></aside>
</main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container"><ul>
<li><a href="/accessibility/">Accessibility</a></li>
<li><a href="/a-to-z/">A to Z</a></li>
</ul><p>Southend-on-Sea City Council</p></div></footer>
</body>
</html>
\`
}
`
