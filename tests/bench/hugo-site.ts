import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installDebianPackage, programNamed } from '../set-up/install.ts'
import { checkout } from './measure.ts'
import { sections } from './offer-pages.ts'

/** Hugo as Debian has it; installed where that may be, and otherwise the sentence that says so is thrown. */
export function hugo(): string {
  if (programNamed('hugo') === null) installDebianPackage('hugo', 'Hugo, to compare with')
  const found = programNamed('hugo')
  if (found === null) throw new Error('Hugo was installed, and is not to be found.')
  return found
}

/** The other peer of `site`: a Hugo site of a workspace's own pages and services, in the layout of the Eleventy one. */
export function makeHugoSite(folder: string, workspace: string): void {
  for (const part of ['pages', 'services'])
    cpSync(join(workspace, part), join(folder, 'content', part), { recursive: true })
  // To Hugo, `url` is where the page itself stands.
  for (const name of readdirSync(join(folder, 'content/services'))) {
    const path = join(folder, 'content/services', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^url:/m, 'website:'))
  }
  cpSync(join(checkout, 'resources/site'), join(folder, 'static/assets'), { recursive: true })
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('config.toml', config)
  write('layouts/partials/by-id.html', byId)
  write('layouts/partials/frame.html', frame)
  for (const name of ['single', 'list']) write(`layouts/_default/${name}.html`, '{{ partial "frame.html" . }}\n')
  write('layouts/index.html', '{{ partial "frame.html" . }}\n')
}

const config = `baseURL = "/"
title = "Southend Local Offer"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
`

const byId = `{{ $byId := newScratch }}
{{ range .Site.RegularPages }}{{ $byId.SetInMap "pages" (string .Params.id) . }}{{ end }}
{{ return $byId.Get "pages" }}
`

const nav = sections.map(slug => `<li><a href="/${slug}/">${slug}</a></li>`).join('\n')

const frame = `{{ $byId := partialCached "by-id.html" . }}<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – Southend Local Offer</title>
<meta name="description" content="{{ .Params.summary }}">
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
<h1 class="govuk-heading-xl">{{ .Title }}</h1>
<p class="govuk-body-l">{{ .Params.summary }}</p>
<p class="govuk-body">For: {{ delimit (.Params.audience | default slice) ", " }}</p>
<nav class="contents"><ol>{{ range findRE "<h2[^>]*>(.*?)</h2>" .Content }}<li><a class="govuk-link" href="#">{{ . | plainify }}</a></li>
{{ end }}</ol></nav>
<div class="content">{{ .Content }}</div>
</article>
<aside><ul class="govuk-list">{{ range .Params.related }}{{ with index $byId . }}<li><a class="govuk-link" href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}{{ end }}</ul></aside>
</main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container"><ul>
<li><a href="/accessibility/">Accessibility</a></li>
<li><a href="/a-to-z/">A to Z</a></li>
</ul><p>Southend-on-Sea City Council</p></div></footer>
</body>
</html>
`
