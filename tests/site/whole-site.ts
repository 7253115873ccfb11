import { mediaFiles, type SiteFile, type SiteInput, siteIndex, unitsOf } from '../../src/shared/site/index.ts'

/**
 * Every file of a site, made at once and in memory, except its theme and its search index: what a build has to have on the
 * disk, whatever it remembered.
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
  for (const { path, media, sizes } of mediaFiles(site, shown)) {
    yield { path, content: { media } }
    for (const { path: smaller, width } of sizes) yield { path: smaller, content: { media, width } }
  }
}
