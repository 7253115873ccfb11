import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sections } from './offer-pages.ts'

/**
 * The peer of `build`: an Eleventy site of a workspace's own pages and services, in a layout that writes about as much around
 * each page as Signpost's does. Set up for speed: no template language in the pages, and a layout in plain JavaScript.
 */
export function makeEleventySite(folder: string, workspace: string): void {
  mkdirSync(join(folder, '_includes'), { recursive: true })
  for (const part of ['pages', 'services']) cpSync(join(workspace, part), join(folder, part), { recursive: true })
  cpSync(join(checkout, 'resources/site'), join(folder, 'assets'), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'eleventy.config.js'), config)
  writeFileSync(join(folder, '_includes', 'layout.11ty.js'), layout)
}

export const checkout = join(import.meta.dirname, '../..')
export const eleventy = join(checkout, 'node_modules/@11ty/eleventy/cmd.cjs')

const config = `export default function (eleventy) {
  eleventy.addPassthroughCopy('assets')
  eleventy.addGlobalData('layout', 'layout.11ty.js')
  eleventy.addCollection('byId', api => Object.fromEntries(api.getAll().map(page => [page.data.id, page])))
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, dir: { output: '_site' } }
}
`

const nav = sections.map(slug => `<li><a href="/${slug}/">${slug}</a></li>`).join('\n')

const layout = `const escape = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';')
const link = page => page ? '<li><a class="govuk-link" href="' + page.url + '">' + escape(page.data.title) + '</a></li>' : ''

export function render({ title, summary, audience = [], related = [], collections, content }) {
  const headings = [...content.matchAll(/<h2[^>]*>(.*?)<\\/h2>/g)].map(found => '<li><a class="govuk-link" href="#">' + found[1] + '</a></li>')
  return \`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>\${escape(title)} – Southend Local Offer</title>
<meta name="description" content="\${escape(summary)}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
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
<main class="govuk-main-wrapper" id="main_content" data-pagefind-body>
<article>
<h1 class="govuk-heading-xl">\${escape(title)}</h1>
<p class="govuk-body-l">\${escape(summary)}</p>
<p class="govuk-body">For: \${audience.map(escape).join(', ')}</p>
<nav class="contents"><ol>\${headings.join('\\n')}</ol></nav>
<div class="content">\${content}</div>
</article>
<aside><ul class="govuk-list">\${related.map(id => link(collections.byId[id])).join('\\n')}</ul></aside>
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
