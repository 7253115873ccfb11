/** Checks of the whole site at once: what no single page can be measured by. */

export { aboutBetween } from './about-between.ts'
export { type FixFirst, firstToFix, type ToFix } from './first-to-fix.ts'
export { siteRules } from './rules/index.ts'
export { checkSite, type SiteProblem } from './run-site.ts'
export { type SeenOfEntry, seenOfEntry, seenOfEntrySchema } from './seen-of-entry.ts'
export type { ExampleSite, SiteRule, WholeSite } from './site-rule.ts'
