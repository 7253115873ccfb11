import type { SiteInput } from './input.ts'
import type { PreviewOptions } from './links.ts'
import { siteIndex } from './site-index.ts'
import { entryPage } from './units.ts'

/** One page or service as it will stand on the site; null when the input has no such entry. */
export function renderPage(input: SiteInput, id: string, preview: PreviewOptions = {}): string | null {
  const site = siteIndex(input)
  const entry = site.byId.get(id)
  return entry === undefined ? null : entryPage(site, entry, preview)
}
