import type { SiteFile, SiteInput } from './input.ts'
import type { PreviewOptions } from './links.ts'
import { siteIndex } from './site-index.ts'
import { entryPage, mediaFiles, unitsOf } from './units.ts'

/**
 * Every file of the site, one after the other, except its theme (resources/site) and its search index. The same input
 * gives the same files in the same order. A link or picture that leads nowhere is left out here, and its words stay:
 * whether such a page may go on the site at all is asked of `problemsOf` before.
 */
export function* renderSite(input: SiteInput): Generator<SiteFile> {
  const site = siteIndex(input)
  const shown = new Set<string>()
  for (const unit of unitsOf(site)) {
    for (const file of unit.render(site)) {
      yield file
      for (const name of file.shows ?? []) shown.add(name)
    }
  }
  for (const { path, media } of mediaFiles(site, shown)) yield { path, content: { media } }
}

/** One page or service as it will stand on the site; null when the input has no such entry. */
export function renderPage(input: SiteInput, id: string, preview: PreviewOptions = {}): string | null {
  const site = siteIndex(input)
  const entry = site.byId.get(id)
  return entry === undefined ? null : entryPage(site, entry, preview)
}
