import {
  type Directory,
  districtOf,
  districts,
  type FacetName,
  facets,
  type Group,
  type Listed,
} from '../../directory/index.ts'
import type { LinkTo } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { choiceAddress, type View, views } from './addresses.ts'

/** The ways to find a service: a form whose state is an address, and pages of one choice each for browsers without script. */

/** What most families ask first; the rest is one press away. */
const first: ReadonlySet<FacetName> = new Set(['need', 'age', 'when'])
const oldest = 25

/** With the directory's own words for “whatever it is”. */
const whatever: Readonly<Record<FacetName, string>> = {
  need: 'Any need',
  age: 'Any age',
  when: 'Any time',
  kind: 'Any kind',
  area: 'Anywhere',
  cost: 'Any cost',
  way: 'Any way',
  referral: 'Anybody',
}

export function finder(directory: Directory): Html {
  const selects = facets.map(facet => ({
    facet,
    field: select(facet.name, facet.label, choicesFor(facet.name, directory)),
  }))
  const near = nearFields(directory.listed)
  return html`<form class="finder" id="finder" action="./" method="get"${near !== null && html` data-districts="${table()}"`}>
<div class="finder__fields">
${selects.filter(({ facet }) => first.has(facet.name)).map(({ field }) => field)}${near}</div>
<details class="govuk-details" id="finder_more">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">More to choose by</span></summary>
<div class="finder__fields">
${selects.filter(({ facet }) => !first.has(facet.name)).map(({ field }) => field)}</div>
</details>
<p class="finder__do"><button class="govuk-button" type="submit">Show services</button> <a class="govuk-link" href="./">Start again</a></p>
</form>
`
}

function choicesFor(name: FacetName, { groups }: Directory): readonly { value: string; label: string }[] {
  if (name === 'age') {
    return Array.from({ length: oldest + 1 }, (_, age) => ({
      value: String(age),
      label: age === 0 ? 'Under 1' : String(age),
    }))
  }
  return (groups.get(name) ?? []).map(({ choice }) => ({ value: choice.slug, label: choice.label }))
}

/** A question to which there is no answer is not asked. */
function select(name: FacetName, label: string, choices: readonly { value: string; label: string }[]): Piece {
  if (choices.length === 0) return null
  return html`<div class="finder__field"><label class="govuk-label" for="finder_${name}">${label}</label>
<select class="govuk-select" id="finder_${name}" name="${name}">
<option value="">${whatever[name]}</option>
${choices.map(choice => html`<option value="${choice.value}">${choice.label}</option>\n`)}</select></div>
`
}

/** Distances are between districts whose place is known; where no service stands in one, nobody is asked. */
function nearFields(listed: readonly Listed[]): Html | null {
  const known = listed.some(({ service }) => districts.has(districtOf(service.fields.postcode) ?? ''))
  if (!known) return null
  return html`<div class="finder__field"><label class="govuk-label" for="finder_near">Near</label>
<input class="govuk-input" id="finder_near" name="near" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="9" aria-describedby="finder_near_help finder_near_trouble">
<div class="finder__help" id="finder_near_help">Part of a postcode, such as SS2. It stays on this device.</div>
<p class="finder__trouble" id="finder_near_trouble" hidden></p></div>
<div class="finder__field"><label class="govuk-label" for="finder_within">How far</label>
<select class="govuk-select" id="finder_within" name="within">
<option value="">Any distance</option>
<option value="2">Up to 2 miles</option>
<option value="5">Up to 5 miles</option>
<option value="10">Up to 10 miles</option>
</select></div>
`
}

function table(): string {
  return [...districts].map(([name, [latitude, longitude]]) => `${name} ${latitude} ${longitude}`).join(';')
}

/** Where the same services stand in another form; the script carries what is chosen along. */
export function otherViews(view: View, to: LinkTo): Html {
  return html`<ul class="views" id="views">
${Object.entries(views).map(([name, { address, title }]) => html`<li>${name === view ? html`<strong aria-current="true">${title}</strong>` : html`<a class="govuk-link" href="${to(address)}">${title}</a>`}</li>\n`)}</ul>
`
}

/** Every choice as a page of its own, folded away: the way that needs no script. */
export function browse({ groups: all }: Directory, to: LinkTo): Html {
  const kinds = facets
    .map(facet => ({ facet, groups: all.get(facet.name) ?? [] }))
    .filter(({ groups }) => groups.length > 0)
  return html`<details class="govuk-details browse">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Lists by one choice</span></summary>
${kinds.map(
  ({ facet, groups }) => html`<h2 class="govuk-heading-s">By ${facet.label.toLowerCase()}</h2>
<ul class="govuk-list link-columns">
${groups.map(group => html`<li><a class="govuk-link" href="${to(choiceAddress(facet.name, group.choice))}">${group.choice.label}</a> (${sizeOf(group)})</li>\n`)}</ul>
`,
)}</details>
`
}

export function sizeOf({ own, forAll }: Group): number {
  return own.length + forAll.length
}
