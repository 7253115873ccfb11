import type { AccessibilityFacts, AccessibilityFault, SiteConfig } from '../../content/index.ts'
import { type BarrierCount, barrierCounts, standingOf } from '../accessibility.ts'
import { criteria } from '../criteria.ts'
import { type Html, html, type Piece } from '../html.ts'
import { contactWays, framed } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

/**
 * The accessibility statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
 * Regulations 2018, reg 8, ask for: how far the site meets the standard, what does not and why, whom to tell, and how this
 * is known. What people know comes from the settings, what machines found from the checks of each page that is live and
 * from a look at the drawn pages. That a site meets the standard in full is never concluded here.
 */
export function accessibilityPage(site: SiteIndex): string {
  const { config } = site.input
  const facts = config.site.accessibility
  const found = barrierCounts(site.input.barriers, facts.drawn)
  const { council } = config
  return framed(site, {
    address: '/accessibility/',
    title: 'Accessibility statement',
    description: `How accessible ${site.name} is, what may not work for you, and how to tell us about it.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">Accessibility statement</h1>
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
${howFar(site, facts, found)}${whatMayNotWork(facts, found)}${howToTell(config, facts)}${howItIsKnown(site, facts)}`,
  })
}

const standard = html`Web Content Accessibility Guidelines (WCAG) version 2.2, level AA`

function howFar(site: SiteIndex, facts: AccessibilityFacts, found: readonly BarrierCount[]): Html {
  const { council } = site.input.config
  const who = council === '' ? 'The council' : council
  const standing = standingOf(facts, found)
  return html`<h2 class="govuk-heading-l">How far this website meets the standard</h2>
<p class="govuk-body">${who} wants this website to be accessible, as the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask. The standard is the ${standard}.</p>
<p class="govuk-body">${
    standing === 'partly'
      ? html`This website is <strong>partially compliant</strong> with it: most of it works as it should, and the next part says what does not.`
      : standing === 'not'
        ? html`This website is <strong>not compliant</strong> with it: the next part says what does not work.`
        : standing === 'fully'
          ? html`${facts.auditedBy} found this website <strong>fully compliant</strong> with it on ${longDate(facts.audited ?? '')}.`
          : 'Nobody has yet tested the whole website against it. The next part says what we know.'
  }</p>
`
}

function whatMayNotWork(facts: AccessibilityFacts, found: readonly BarrierCount[]): Html {
  const because = (why: AccessibilityFault['why']) => facts.faults.filter(fault => fault.why === why)
  const known = [...because('not-yet').map(faultLine), ...found.map(foundLine)]
  return html`<h2 class="govuk-heading-l">What may not work</h2>
${
  known.length > 0
    ? html`<p class="govuk-body">We know of this, and are working on it:</p>
<ul class="govuk-list govuk-list--bullet">
${known}</ul>
`
    : html`<p class="govuk-body">We know of nothing at the moment. A program cannot see everything, so please tell us what you find.</p>
`
}${faultList('It would cost more than it would help', 'The regulations call this a disproportionate burden.', because('burden'))}${faultList('What the regulations do not ask for', '', because('outside'))}<p class="govuk-body">Documents that others made may not work with a screen reader. Ask us and we will send you the information in another way.</p>
`
}

function faultList(title: string, says: string, faults: readonly AccessibilityFault[]): Piece {
  if (faults.length === 0) return null
  return html`<h3 class="govuk-heading-m">${title}</h3>
${says !== '' && html`<p class="govuk-body">${says}</p>\n`}<ul class="govuk-list govuk-list--bullet">
${faults.map(faultLine)}</ul>
`
}

function faultLine({ says, until, criterion }: AccessibilityFault): Html {
  return html`<li>${says}${until !== '' && ` ${until}`}${fails(criterion)}</li>\n`
}

function foundLine({ criterion, pages }: BarrierCount): Html {
  return html`<li>${criteria.get(criterion)?.says} On ${pages === 1 ? 'one page' : `${pages} pages`}.${fails(criterion)}</li>\n`
}

/** For whoever has to mend it or to check what we say. */
function fails(criterion: string): Piece {
  if (criterion === '') return null
  const name = criteria.get(criterion)?.name
  return html` This fails WCAG success criterion ${criterion}${name !== undefined && ` (${name})`}.`
}

function howToTell({ contact }: SiteConfig, { answer }: AccessibilityFacts): Html {
  const reachable = contact.telephone !== '' || contact.email !== ''
  return html`<h2 class="govuk-heading-l">If something does not work for you</h2>
<p class="govuk-body">${reachable ? html`${contactWays(contact)}. Tell us which page it was and what happened.` : 'Tell the council which page it was and what happened.'} You can also ask for information in another format, such as easy read, large print, audio or braille.${answer !== '' && ` We answer within ${answer}.`}</p>
<h2 class="govuk-heading-l">If you are not happy with our answer</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the accessibility regulations for public websites. If you are not happy with how we answer, <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service</a>.</p>
`
}

function howItIsKnown(site: SiteIndex, facts: AccessibilityFacts): Html {
  const { audited, auditedBy, how, drawn, prepared, reviewed } = facts
  const { barriers } = site.input
  const days = [
    prepared !== null && html`This statement was first written on ${day(prepared)}.`,
    reviewed !== null && html`It was last read through on ${day(reviewed)}.`,
  ].filter(said => said !== false)
  return html`<h2 class="govuk-heading-l">How we know</h2>
${days.length > 0 && html`<p class="govuk-body">${days.map((said, at) => [at > 0 && ' ', said])}</p>\n`}${
  auditedBy !== '' &&
  html`<p class="govuk-body">${auditedBy} tested the website${audited !== null && html` on ${day(audited)}`}.${how !== '' && ` ${how}`}</p>\n`
}<p class="govuk-body">Each page is checked by a program when it is put on this website.${barriers !== null && html` The last ones were put here on ${day(barriers.on)}.`} No program sees everything that the standard asks for.</p>
${drawn !== null && html`<p class="govuk-body">On ${day(drawn.on)} ${drawn.pages === 1 ? 'the one page' : `all ${drawn.pages} pages`} that we had then were also tested as a browser shows them, with a program called axe.</p>\n`}`
}

function day(date: string): Html {
  return html`<time datetime="${date}">${longDate(date)}</time>`
}
