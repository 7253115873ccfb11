import type { Choice, FacetName } from '../../directory/index.ts'

/** The directory's own addresses. What is chosen in its form stands behind a question mark: `/services/?need=autism`. */

export const directoryAddress = '/services/'

/** One choice as a page that needs no script: `/services/by/need/autism/`. */
export function choiceAddress(facet: FacetName, { slug }: Choice): string {
  return `${directoryAddress}by/${facet}/${slug}/`
}

export const views = {
  list: { address: directoryAddress, title: 'List' },
  table: { address: `${directoryAddress}as/table/`, title: 'Table' },
  sheet: { address: `${directoryAddress}as/sheet/`, title: 'Sheet to print' },
} as const
export type View = keyof typeof views

/** The same as data: what there is, and what files cannot do. */
export const dataAddress = `${directoryAddress}as/data/`
export const sheetFile = 'services/as/data/services.csv'
export const openReferralFolder = 'services/as/open-referral/'
