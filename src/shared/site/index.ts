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
  sizePath,
} from './addresses.ts'
export { type Card, type CardWords, cardOf, cardsOf } from './card.ts'
export { hasSameParts, kindsByKey, type Unchanged, unchanged } from './changed.ts'
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
export { brandOf, colourTold, colourTrouble, lookOf, lookSheet, ownColour } from './look.ts'
export { mediaNamesOf, problemsIn, problemsOf, unfitMedia } from './problems.ts'
export { type RecordedSite, recordedSite, saidUnder } from './recorded.ts'
export { renderPage } from './render-page.ts'
export { renderedFaults } from './rendered-faults.ts'
export { type SiteIndex, siteIndex } from './site-index.ts'
export { entryPage as renderEntry, mediaFiles, type Unit, unitsOf } from './units.ts'
export { formatAndSize, inWords } from './words.ts'
