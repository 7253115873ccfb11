import { relativeAddress } from '../addresses.ts'
import { html } from '../html.ts'
import type { SiteIndex } from '../site-index.ts'

/** Leads from an old or permanent address to where the page is now, on any host, with or without script. */
export function redirectPage(site: SiteIndex, from: string, to: string): string {
  const way = relativeAddress(from, to)
  return html`<!DOCTYPE html>
<html lang="${site.input.config.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${way}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This page has moved – ${site.name}</title>
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="${way}">Go to the page</a></p>
</main>
</body>
</html>
`.text
}
