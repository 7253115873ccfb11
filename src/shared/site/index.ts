/** The site's one door: content and facts in, files out. */
export { type BarrierCount, standingOf } from './accessibility.ts'
export {
  addressOf,
  basePath,
  fileOf,
  permanentAddress,
  relativeAddress,
  reservedNames,
  sectionAddress,
  siteUrl,
} from './addresses.ts'
export { countedCriteria, criteria } from './criteria.ts'
export { versionPath } from './for-machines.ts'
export { escapeHtml, outsideAddress } from './html.ts'
export type {
  Barriers,
  MediaFact,
  PublishNews,
  Redirect,
  SiteFile,
  SiteInput,
  SiteProblem,
  Stamp,
  TextFile,
} from './input.ts'
export { isFromTheRight } from './languages.ts'
export { colourTrouble, lookOf, lookSheet } from './look.ts'
export { mediaNamesOf, problemsIn, problemsOf } from './problems.ts'
export { type RecordedSite, recordedSite, saidUnder } from './recorded.ts'
export { renderPage, renderSite } from './render-site.ts'
export { renderedFaults } from './rendered-faults.ts'
export { type SiteIndex, siteIndex } from './site-index.ts'
export { entryPage as renderEntry, mediaFiles, type Unit, unitsOf } from './units.ts'
export { formatAndSize, inWords } from './words.ts'
