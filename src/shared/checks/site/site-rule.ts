import type { Entry, SiteConfig } from '../../content/index.ts'
import type { Severity, Spot } from '../rule.ts'
import type { SeenOfEntry } from './seen-of-entry.ts'

/** The whole site, as a rule looks at it. */
export interface WholeSite {
  config: Pick<SiteConfig, 'sections' | 'team' | 'name' | 'contact'>
  entries: readonly Entry[]
  byId: ReadonlyMap<string, Entry>
  seen(entry: Entry): SeenOfEntry
}

/** What such a rule says. It is about one entry, or about a section as a whole. */
export interface SiteFinding {
  about: Entry | { section: string }
  message: string
  /** Where in the entry; the whole of it where nothing is said. */
  place?: Spot
  field?: string
  severity?: Severity
  /** The other entries that it is about: the way there is offered too. */
  others?: readonly Entry[]
}

/** A made-up site for an example: whole files by their paths, with what differs from an ordinary configuration. */
export interface ExampleSite {
  files: Readonly<Record<string, string>>
  team?: readonly string[]
}

/**
 * A rule that no single page can be measured by. One file a rule; its examples are its documentation and its tests, those
 * that pass being what a lazy rule would flag.
 */
export interface SiteRule {
  id: string
  severity: Severity
  wcag: readonly string[]
  source: string
  /** One sentence for the window: why this matters to a reader. */
  why: string
  look(site: WholeSite): readonly SiteFinding[]
  examples: { fail: readonly ExampleSite[]; pass: readonly ExampleSite[] }
}

export function siteRule(definition: SiteRule): SiteRule {
  return definition
}
