import { siteUrl } from './addresses.ts'
import { cardOf } from './card.ts'
import type { Frame } from './frame.ts'
import { type Html, html, type Piece, rendered } from './html.ts'
import type { SiteIndex } from './site-index.ts'

/** What machines read at the head of a page: search engines, and whoever shows a link that somebody sent. */
export function forMachines(site: SiteIndex, frame: Frame): Piece {
  const url = siteUrl(site.input.config.publish.url)
  if (frame.unlisted === true) return html`<meta name="robots" content="noindex">\n`
  return [
    url !== null && html`<link rel="canonical" href="${url}${frame.address}">\n`,
    url !== null && frame.translations?.map(({ language, address }) => alternate(language, `${url}${address}`)),
    url !== null &&
      frame.feed !== undefined &&
      html`<link rel="alternate" type="application/atom+xml" title="What’s new" href="${url}${frame.feed}">\n`,
    social(site, frame, url),
    frame.facts !== undefined && url !== null && dataBlock(frame.facts(url)),
  ]
}

function alternate(language: string, address: string): Html {
  return html`<link rel="alternate" hreflang="${language}" href="${address}">\n`
}

/** Open Graph, which messengers and social networks read. */
function social(site: SiteIndex, frame: Frame, url: string | null): Piece {
  const { title, description, address } = frame
  return html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${address === '/' ? site.name : title}">
${description !== '' && html`<meta property="og:description" content="${description}">\n`}${url !== null && html`<meta property="og:url" content="${url}${address}">\n${picture(site, frame, url)}`}`
}

/** As wide as such pictures are shown: src/main/publish/cards. */
function picture(site: SiteIndex, { card: title }: Frame, url: string): Piece {
  const card = cardOf(site, title ?? null)
  return (
    card !== null &&
    html`<meta property="og:image" content="${url}/${card.path}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${card.alt}">
<meta name="twitter:card" content="summary_large_image">
`
  )
}

/** Facts by schema.org's names. No browser runs a block of this type; and no words can end it early. */
function dataBlock(facts: object): Html {
  const text = JSON.stringify(facts)
    .toWellFormed()
    .replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return rendered(`<script type="application/ld+json">${text}</script>\n`)
}
