import { sectionAddress, whatsNewAddress } from './addresses.ts'

import { contentPolicy, type Frame, type LinkTo, linksFrom } from './frame.ts'
import { forMachines } from './head.ts'
import { type Html, html, type Piece } from './html.ts'
import { mediaName, resolve } from './links.ts'
import type { SiteIndex } from './site-index.ts'
import { workingAddress } from './working-on.ts'

/** Asked for with the page itself, so that its words do not move when it comes. */
const typeface = 'atkinson-hyperlegible-next-latin-wght-normal.woff2'

/** The whole document around a page. */
export function framed(site: SiteIndex, frame: Frame): string {
  const to = linksFrom(frame)
  const { config } = site.input
  const title = frame.address === '/' ? site.name : `${frame.title} – ${site.name}`
  return html`<!DOCTYPE html>
<html lang="${config.language}" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(frame)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>${title}</title>
${frame.description !== '' && html`<meta name="description" content="${frame.description}">\n`}${forMachines(site, frame)}<link rel="icon" href="${to('/assets/icon.svg')}" type="image/svg+xml">
<link rel="preload" href="${to(`/assets/${typeface}`)}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${to('/assets/site.css')}">
${frame.script !== undefined && html`<script type="module" src="${to(`/assets/${frame.script}`)}"></script>\n`}</head>
<body class="govuk-template__body">
<a href="#main_content" class="govuk-skip-link">Skip to main content</a>
${header(site, frame, to)}
<div class="govuk-width-container">
${breadcrumbs(frame, to)}<main class="govuk-main-wrapper" id="main_content"${frame.searchable === true && html` data-pagefind-body`}>
${frame.main}
</main>
</div>
${footer(site, to)}
</body>
</html>
`.text
}

function header(site: SiteIndex, frame: Frame, to: LinkTo): Html {
  const places = [
    ...site.sections.map(section => ({ title: section.title, address: sectionAddress(section.slug) })),
    ...(site.has.services ? [{ title: 'Groups and services', address: '/services/' }] : []),
    { title: 'A to Z', address: '/a-to-z/' },
  ]
  return html`<header class="site-header">
<div class="govuk-width-container site-header__inner">
<a class="site-header__name" href="${to('/')}">${logo(site, to)}${site.name}</a>
${frame.ownSearch !== true && searchForm(to, 'header')}
</div>
<nav class="site-nav" aria-label="Main">
<ul class="govuk-width-container site-nav__list">
${places.map(place => html`<li><a href="${to(place.address)}"${frame.address === place.address ? html` aria-current="page"` : frame.address.startsWith(place.address) && html` aria-current="true"`}>${place.title}</a></li>\n`)}</ul>
</nav>
</header>`
}

/** The name stands beside it, so a screen reader need not say the council twice. */
function logo(site: SiteIndex, to: LinkTo): Piece {
  const { logo } = site.input.config.site
  const name = mediaName(logo)
  const address = name === null ? null : resolve(site, logo)
  const fact = name === null ? undefined : site.input.media.get(name)
  if (address === null || fact === undefined) return null
  const { width, height } = fact
  return html`<img class="site-header__logo" src="${to(address)}" alt=""${width !== null && height !== null && html` width="${width}" height="${height}"`}>`
}

/** A form that any browser can send: the search page reads the words from its own address. */
export function searchForm(to: LinkTo, place: 'header' | 'home' | 'page'): Html {
  // With an underscore, which no heading of a page can have in its own id.
  const id = `search_${place}`
  return html`<form class="site-search site-search--${place}" role="search" action="${to('/search/')}" method="get">
<label class="${place === 'header' ? 'govuk-visually-hidden' : 'govuk-label govuk-label--m'}" for="${id}">Search this site</label>
<div class="site-search__row"><input class="govuk-input" id="${id}" name="q" type="search" autocomplete="off"><button class="govuk-button" type="submit">Search</button></div>
</form>`
}

function breadcrumbs(frame: Frame, to: LinkTo): Piece {
  const { trail = [] } = frame
  if (trail.length === 0) return null
  return html`<nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
<ol class="govuk-breadcrumbs__list">
${trail.map(crumb => html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${to(crumb.address)}">${crumb.title}</a></li>\n`)}</ol>
</nav>
`
}

function footer(site: SiteIndex, to: LinkTo): Html {
  const { contact, council } = site.input.config
  return html`<footer class="site-footer">
<div class="govuk-width-container">
${(contact.telephone !== '' || contact.email !== '') && html`<p class="site-footer__contact"><strong>Need to talk to someone?</strong> ${contactWays(contact)}</p>\n`}<ul class="site-footer__list">
<li><a href="${to('/a-to-z/')}">A to Z of this site</a></li>
${site.has.news && html`<li><a href="${to(whatsNewAddress)}">What’s new</a></li>\n`}${site.has.answers && html`<li><a href="${to('/you-said-we-did/')}">You said, we did</a></li>\n`}${site.has.working && html`<li><a href="${to(workingAddress)}">What we are working on</a></li>\n`}<li><a href="${to('/accessibility/')}">Accessibility</a></li>
</ul>
${council !== '' && html`<p class="site-footer__council">Published by ${council}.</p>\n`}</div>
</footer>`
}

/** Telephone and email as links that a phone can use. */
export function contactWays(contact: { telephone: string; email: string }): Html {
  const { telephone, email } = contact
  return html`${telephone !== '' && html`Call ${telephoneLink(telephone)}`}${telephone !== '' && email !== '' && ' or '}${email !== '' && html`${telephone === '' ? 'Email' : 'email'} ${emailLink(email)}`}`
}

export function telephoneLink(telephone: string): Html {
  const digits = telephone.replace(/[^\d+]/g, '')
  return digits === '' ? html`${telephone}` : html`<a class="govuk-link" href="tel:${digits}">${telephone}</a>`
}

export function emailLink(email: string): Html {
  if (!/^[^\s@<>"'?&]+@[^\s@<>"'?&]+$/.test(email)) return html`${email}`
  return html`<a class="govuk-link" href="mailto:${email}">${email}</a>`
}
