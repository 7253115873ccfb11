import { sections } from './offer-pages.ts'

/**
 * The lists that the peers make besides pages and services, because Signpost's site has them: home, sections, doors, the A to
 * Z, and the directory as a list, a table, a sheet and by each choice. `of` is what they list: everything, the services, or
 * the pages of one section.
 */
export interface PeerList {
  address: string
  title: string
  of: 'all' | 'services' | (typeof sections)[number]
}

const choices = [
  ...['0-to-4', '5-to-10', '11-to-15', '16-to-18', '19-to-25'].map(age => `by/age/${age}`),
  ...['leigh', 'shoebury', 'westcliff'].map(area => `by/area/${area}`),
  ...['sport', 'music', 'short-breaks'].map(kind => `by/kind/${kind}`),
]

export const peerLists: readonly PeerList[] = [
  { address: '/', title: 'Southend Local Offer', of: 'services' },
  ...sections.map(slug => ({ address: `/${slug}/`, title: slug, of: slug })),
  ...['parents', 'young-people'].map(slug => ({ address: `/for/${slug}/`, title: slug, of: 'all' as const })),
  { address: '/a-to-z/', title: 'A to Z', of: 'all' },
  ...['directory', 'as/table', 'as/sheet', ...choices].map(part => ({
    address: `/${part}/`,
    title: part,
    of: 'services' as const,
  })),
]

/** What stands around each page besides its words, of the weight that Signpost's has. */
export const navigation = [...sections, 'directory', 'a-to-z'].map(slug => `<li><a href="/${slug}/">${slug}</a></li>`)
