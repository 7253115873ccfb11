import { type FacetName, facets, groupsBy, type Listed } from '../../directory/index.ts'
import { uuidFor } from './ids.ts'

/** The team's own words for needs and kinds of help, as taxonomies. They are no national list, and do not say so. */

export interface Term {
  id: string
  name: string
  description: string
  taxonomy: string
  taxonomy_id: string
}

export const taxonomies = [
  {
    facet: 'need',
    name: 'Needs',
    description: 'What children and young people need, in the words of this Local Offer.',
    link: 'service_eligibility',
  },
  {
    facet: 'kind',
    name: 'Kinds of help',
    description: 'What a service does, in the words of this Local Offer.',
    link: 'service_type',
  },
] as const satisfies readonly { facet: FacetName; name: string; description: string; link: string }[]
export type Taxonomy = (typeof taxonomies)[number]

export const taxonomyId = ({ facet }: Taxonomy) => uuidFor('taxonomy', facet)

export function termOf(taxonomy: Taxonomy, slug: string, label: string): Term {
  return {
    id: uuidFor('term', taxonomy.facet, slug),
    name: label,
    description: label,
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomyId(taxonomy),
  }
}

export function termsOf(taxonomy: Taxonomy, listed: readonly Listed[]): Term[] {
  return facets
    .filter(({ name }) => name === taxonomy.facet)
    .flatMap(facet => groupsBy(facet, listed))
    .map(({ choice: { slug, label } }) => termOf(taxonomy, slug, label))
}
