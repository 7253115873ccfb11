import type { Service } from '../content/index.ts'
import { type Choice, type Everywhere, type Facet, type FacetName, facets } from './facets.ts'

/** The services of a site with what each can be chosen by, worked out once. */
export interface Listed {
  service: Service
  choices: ReadonlyMap<FacetName, readonly Choice[] | 'all'>
}

/** One choice, and the services that it leads to: those that are for it, then those that are for everybody. */
export interface Group {
  facet: Facet
  choice: Choice
  own: readonly Listed[]
  forAll: readonly Listed[]
}

export function listServices(services: readonly Service[], council: string): Listed[] {
  const everywhere: Everywhere = area => area.trim() !== '' && council.toLowerCase().includes(area.trim().toLowerCase())
  return services.map(service => ({
    service,
    choices: new Map(facets.map(facet => [facet.name, facet.choicesOf(service.fields, everywhere)])),
  }))
}

/** A whole directory: its services, and what they can be chosen by. */
export interface Directory {
  listed: readonly Listed[]
  groups: ReadonlyMap<FacetName, readonly Group[]>
}

export function directoryOf(services: readonly Service[], council: string): Directory {
  const listed = listServices(services, council)
  return { listed, groups: new Map(facets.map(facet => [facet.name, groupsBy(facet, listed)])) }
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true })

/** Every choice that at least one service is for, in the order in which families are asked. */
export function groupsBy(facet: Facet, listed: readonly Listed[]): Group[] {
  const labels = new Map<string, string>()
  const members = new Map<string, Listed[]>()
  const forAll = listed.filter(({ choices }) => choices.get(facet.name) === 'all')
  for (const one of listed) {
    const choices = one.choices.get(facet.name) ?? []
    if (choices === 'all') continue
    for (const { slug, label } of choices) {
      // One spelling of each: the first by the alphabet, whichever file was read first.
      const known = labels.get(slug)
      labels.set(slug, known === undefined || label < known ? label : known)
      const others = members.get(slug)
      if (others === undefined) members.set(slug, [one])
      else others.push(one)
    }
  }
  const groups = [...labels].map(([slug, label]) => ({
    facet,
    choice: { slug, label },
    own: members.get(slug) ?? [],
    forAll,
  }))
  const { fixed } = facet
  const place = ({ choice }: Group) => fixed?.findIndex(({ slug }) => slug === choice.slug) ?? 0
  return groups.toSorted(
    (one, other) => place(one) - place(other) || collator.compare(one.choice.label, other.choice.label),
  )
}
