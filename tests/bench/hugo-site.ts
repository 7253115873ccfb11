import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installDebianPackage, programNamed } from '../set-up/install.ts'
import { checkout } from './measure.ts'
import { navigation, peerLists } from './peer-lists.ts'

/** Hugo as Debian has it; installed where that may be, and otherwise the sentence that says so is thrown. */
export function hugo(): string {
  if (programNamed('hugo') === null) installDebianPackage('hugo', 'Hugo, to compare with')
  const found = programNamed('hugo')
  if (found === null) throw new Error('Hugo was installed, and is not to be found.')
  return found
}

/** The other peer of `site`: a Hugo site of a workspace's own pages and services, in the layout of the Eleventy one and with the same other files. */
export function makeHugoSite(folder: string, workspace: string): void {
  for (const part of ['pages', 'services'])
    cpSync(join(workspace, part), join(folder, 'content', part), { recursive: true })
  // To Hugo, `url` is where the page itself stands.
  for (const part of ['pages', 'services']) {
    for (const name of readdirSync(join(folder, 'content', part), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, 'content', part, name)
      if (name.endsWith('.md')) writeFileSync(path, asHugo(readFileSync(path, 'utf8'), part))
    }
  }
  cpSync(join(checkout, 'resources/site'), join(folder, 'static/assets'), { recursive: true })
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('config.toml', config)
  for (const { address, title, of } of peerLists) {
    write(`content${address}_index.md`, `---\ntitle: ${title}\nlists: ${of}\nlayout: list\n---\n`)
  }
  write('layouts/_default/_markup/render-link.html', link)
  write('layouts/partials/lists.html', lists)
  write('layouts/services/single.referral.json', referral)
  write('layouts/partials/by-id.html', byId)
  write('layouts/partials/frame.html', frame)
  for (const name of ['single', 'list']) write(`layouts/_default/${name}.html`, '{{ partial "frame.html" . }}\n')
  write('layouts/index.html', '{{ partial "frame.html" . }}\n')
}

const config = `baseURL = "/"
title = "Southend Local Offer"
disableKinds = ["taxonomy", "term", "RSS"]
[outputFormats.referral]
mediaType = "application/json"
baseName = "referral"
[markup.goldmark.renderer]
unsafe = true
`

/** The permanent address is one that leads to the page; and of a service there is its data too. */
function asHugo(text: string, part: string): string {
  const [, id] = /^id: (\S+)$/m.exec(text) ?? []
  const more = [`aliases: [/id/${id}/]`, ...(part === 'services' ? ['outputs: [HTML, referral]'] : [])]
  return text.replace('---\n', `---\n${more.join('\n')}\n`).replace(/^url:/m, 'website:')
}

const link = `{{ $to := .Destination }}{{ if hasPrefix $to "page:" }}{{ with index (partialCached "by-id.html" .Page) (strings.TrimPrefix "page:" $to) }}{{ $to = .RelPermalink }}{{ end }}{{ end }}<a class="govuk-link" href="{{ $to | safeURL }}">{{ .Text | safeHTML }}</a>`

const lists = `{{ $of := .Params.lists }}{{ $pages := where .Site.RegularPages "Params.id" "!=" nil }}
{{ if eq $of "services" }}{{ $pages = where $pages "Section" "services" }}{{ else if ne $of "all" }}{{ $pages = where $pages "RelPermalink" ">=" (printf "/pages/%s/" $of) }}{{ $pages = where $pages "RelPermalink" "<" (printf "/pages/%s0" $of) }}{{ end }}
<ul class="govuk-list">{{ range $pages.ByTitle }}<li><a class="govuk-link" href="{{ .RelPermalink }}">{{ .Title }}</a><p class="govuk-body">{{ .Params.summary }}</p></li>
{{ end }}</ul>
`

const referral = `{{ with .Params }}{{ dict "id" .id "name" .title "description" .summary "url" .website "organization" .organization "minimum_age" .minimum_age "maximum_age" .maximum_age "needs" .needs "areas" .areas "categories" .categories "telephone" .telephone "postcode" .postcode | jsonify }}{{ end }}
`

const byId = `{{ $byId := newScratch }}
{{ range .Site.RegularPages }}{{ $byId.SetInMap "pages" (string .Params.id) . }}{{ end }}
{{ return $byId.Get "pages" }}
`

const nav = navigation.join('\n')

const frame = `{{ $byId := partialCached "by-id.html" . }}<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>{{ .Title }} – Southend Local Offer</title>
<meta name="description" content="{{ .Params.summary }}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Southend Local Offer">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Params.summary }}">
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
<main class="govuk-main-wrapper" id="main_content"{{ if .Params.id }} data-pagefind-body{{ end }}>
<article>
<h1 class="govuk-heading-xl">{{ .Title }}</h1>
<p class="govuk-body-l">{{ .Params.summary }}</p>
<p class="govuk-body page-facts" data-pagefind-ignore>For: {{ delimit (.Params.audience | default slice) ", " }}</p>
<nav class="contents" data-pagefind-ignore><ol>{{ range findRE "<h2[^>]*>(.*?)</h2>" .Content }}<li><a class="govuk-link" href="#">{{ . | plainify }}</a></li>
{{ end }}</ol></nav>
<div class="content">{{ .Content }}{{ with .Params.lists }}{{ partial "lists.html" $ }}{{ end }}</div>
<footer class="page-end" data-pagefind-ignore>
<p class="govuk-body page-facts">Last reviewed: {{ with .Params.review }}<time datetime="{{ .last }}">{{ .last }}</time>{{ end }}</p>
</footer>
</article>
<aside data-pagefind-ignore><ul class="govuk-list">{{ range .Params.related }}{{ with index $byId . }}<li><a class="govuk-link" href="{{ .RelPermalink }}">{{ .Title }}</a></li>
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
