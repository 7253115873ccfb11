import type { Listed } from '../../directory/index.ts'
import { openReferralFolder } from '../directory/addresses.ts'
import type { TextFile } from '../input.ts'
import type { SiteIndex } from '../site-index.ts'
import { briefService, fullService } from './service.ts'
import { taxonomies, taxonomyId, termsOf } from './terms.ts'

/** The answers of the standard's web methods as files, each under an address of its own: nobody has to be asked. */

/** As many services as one page of a list has. */
export const servicesOnPage = 50
const profile = 'https://open-referral-uk-profile.readthedocs.io/en/latest/'

export function openReferralFiles(site: SiteIndex, listed: readonly Listed[]): TextFile[] {
  const brief = listed.map(one => briefService(site, one))
  const full = listed.map(one => fullService(site, one))
  const terms = taxonomies.flatMap(taxonomy => termsOf(taxonomy, listed))
  return [
    json('index.json', { version: '3.0', profile }),
    ...pagesOf(brief).map((page, at) => json(`services/page-${at + 1}.json`, page)),
    json('services/all.json', pageOf(full, { number: 1, pages: 1, total: full.length })),
    ...full.map(service => json(`services/${service.id}.json`, service)),
    ...single(
      'taxonomies',
      taxonomies.map(each => ({ id: taxonomyId(each), name: each.name, description: each.description })),
    ),
    ...single('taxonomy_terms', terms),
  ]
}

function single(name: string, items: readonly object[]): TextFile[] {
  return [json(`${name}/page-1.json`, pageOf(items, { number: 1, pages: 1, total: items.length }))]
}

function pagesOf(items: readonly object[]): object[] {
  const pages = Math.max(1, Math.ceil(items.length / servicesOnPage))
  return Array.from({ length: pages }, (_, at) => {
    const some = items.slice(at * servicesOnPage, (at + 1) * servicesOnPage)
    return pageOf(some, { number: at + 1, pages, total: items.length })
  })
}

function pageOf(
  contents: readonly object[],
  { number, pages, total }: { number: number; pages: number; total: number },
): object {
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number === pages,
    empty: contents.length === 0,
    contents,
  }
}

function json(name: string, content: unknown): TextFile {
  return { path: `${openReferralFolder}${name}`, content: `${JSON.stringify(content)}\n` }
}
