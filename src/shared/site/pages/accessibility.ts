import { html } from '../html.ts'
import { contactWays, framed } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'

/**
 * The accessibility page. It says what the site is made to do and how to report a problem, as the Public Sector Bodies
 * (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg 8, ask; it claims no result of a test
 * that nobody has made: how far a site complies is for the council to state after an audit.
 */
export function accessibilityPage(site: SiteIndex): string {
  const { contact, council } = site.input.config
  const reachable = contact.telephone !== '' || contact.email !== ''
  return framed(site, {
    address: '/accessibility/',
    title: 'Accessibility',
    description: `How accessible ${site.name} is, and how to tell us about a problem.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">Accessibility</h1>
<p class="govuk-body-l">This page is about ${site.name}${council !== '' && html`, which is run by ${council}`}. We want as many people as possible to be able to use this website.</p>
<p class="govuk-body">You should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>use the whole site with a keyboard, or with speech recognition</li>
<li>listen to it with a screen reader</li>
<li>zoom in up to 400% without text running off the screen</li>
<li>change colours and fonts in your browser</li>
<li>use every page without JavaScript, except search: the A to Z is there instead</li>
<li>print any page</li>
</ul>
<p class="govuk-body">The site does not set cookies and loads nothing from other companies.</p>
<p class="govuk-body"><a class="govuk-link" href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use if you have a disability.</p>
<h2 class="govuk-heading-l">What may not work</h2>
<p class="govuk-body">Some documents that you can download were made by others and may not work with a screen reader. Ask us and we will send you the information in another way.</p>
<h2 class="govuk-heading-l">If something does not work for you</h2>
<p class="govuk-body">${reachable ? html`${contactWays(contact)}. Tell us which page it was and what happened.` : 'Tell the council which page it was and what happened.'} You can also ask for information in another format, such as easy read, large print, audio or braille.</p>
<h2 class="govuk-heading-l">If you are not happy with our answer</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the accessibility regulations for public websites. If you are not happy with how we answer, <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service</a>.</p>`,
  })
}
