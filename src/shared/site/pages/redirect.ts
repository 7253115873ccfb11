import { relativeAddress, siteUrl } from '../addresses.ts'
import { contentPolicy } from '../frame.ts'
import { html } from '../html.ts'
import { inItsLanguage } from '../languages.ts'
import { addressKey, type SiteIndex } from '../site-index.ts'

/**
 * Leads from an old or permanent address to where the page is now, on any host, with or without script. Seen and heard only
 * where a browser does not go on by itself; so it says where it leads, by the name that the page has there.
 */
export function redirectPage(site: SiteIndex, from: string, to: string): string {
  const way = relativeAddress(from, to)
  const url = siteUrl(site.input.config.publish.url)
  const entry = site.byAddress.get(addressKey(to))
  return html`<!DOCTYPE html>
<html lang="${site.input.config.language}" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy({})}">
<meta http-equiv="refresh" content="0; url=${way}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${url !== null && html`<link rel="canonical" href="${url}${to}">\n`}<title>This page is at another address – ${site.name}</title>
<link rel="stylesheet" href="${relativeAddress(from, '/assets/site.css')}">
</head>
<body class="govuk-template__body">
<div class="govuk-width-container">
<main class="govuk-main-wrapper">
<h1 class="govuk-heading-xl">This page is at another address</h1>
<p class="govuk-body-l">Go to <a class="govuk-link" href="${way}"${entry !== undefined && inItsLanguage(entry)}>${entry?.fields.title ?? 'the page'}</a>.</p>
</main>
</div>
</body>
</html>
`.text
}
