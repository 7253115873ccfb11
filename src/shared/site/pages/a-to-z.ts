import type { Entry } from '../../content/index.ts'
import { addressOf } from '../addresses.ts'
import { linksFrom } from '../frame.ts'
import { html } from '../html.ts'
import { inItsLanguage } from '../languages.ts'
import { framed } from '../layout.ts'
import { byTitle, compareText, type SiteIndex } from '../site-index.ts'

/** Every page and service by name: the way in that needs neither search nor script. */
export function aToZPage(site: SiteIndex): string {
  const address = '/a-to-z/'
  const to = linksFrom({ address })
  const letters = byLetter([...site.byId.values()])
  return framed(site, {
    address,
    title: 'A to Z',
    description: `Every page and service of ${site.name} by name.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">A to Z</h1>
<p class="govuk-body-l">Every page, group and service on this site by name.</p>
<nav class="letters" aria-label="Letters">
<ul class="letters__list">
${letters.map(([letter]) => html`<li><a class="govuk-link" href="#${anchorOf(letter)}">${letter}</a></li>\n`)}</ul>
</nav>
${letters.map(
  ([letter, entries]) => html`<section aria-labelledby="${anchorOf(letter)}">
<h2 class="govuk-heading-l" id="${anchorOf(letter)}">${letter}</h2>
<ul class="govuk-list govuk-list--spaced">
${entries.map(entry => html`<li><a class="govuk-link" href="${to(addressOf(entry))}"${inItsLanguage(entry)}>${entry.fields.title}</a>${entry.kind === 'service' && html` <span class="kind">service</span>`}</li>\n`)}</ul>
</section>
`,
)}`,
  })
}

const digits = '0–9'
const otherLetters = 'Other letters'

function byLetter(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = Map.groupBy(entries.toSorted(byTitle), entry => letterOf(entry.fields.title))
  const isLast = (letter: string) => Number(letter === otherLetters)
  return [...groups].toSorted(([one], [other]) => isLast(one) - isLast(other) || compareText(one, other))
}

/** Accents do not make a letter of their own: “Écoute” stands under E. Nobody looks for Arabic or Urdu among the numbers. */
function letterOf(title: string): string {
  const first = title.normalize('NFD').match(/[\p{L}\p{N}]/u)?.[0] ?? ''
  if (/^[a-z]$/i.test(first)) return first.toUpperCase()
  return /\p{L}/u.test(first) ? otherLetters : digits
}

function anchorOf(letter: string): string {
  if (letter === otherLetters) return 'letter-other'
  return letter === digits ? 'letter-0' : `letter-${letter.toLowerCase()}`
}
