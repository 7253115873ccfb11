import type { SiteConfig } from '../../shared/content/index.ts'
import { configTrouble, daysToComeTrouble } from './troubles.ts'

interface Typed {
  config: SiteConfig
  kept: SiteConfig
  /** The first field of a day in which something stands that is none; such a day is in no setting. */
  noDay: string | null
  today: string
}

/** Where the settings on screen stand: whether they are other than those that are kept, and what to keep of them. */
export function settingsNow({ config, kept, noDay, today }: Typed) {
  const trouble = noDay ?? configTrouble(config) ?? daysToComeTrouble(config.site.accessibility, today)
  return {
    changed: noDay !== null || !sameSettings(config, kept),
    trouble,
    // The team's words are kept as they are added, by a sheet of their own.
    toKeep: trouble === null ? { ...config, words: kept.words, shortForms: kept.shortForms } : null,
  }
}

export function sameSettings(a: SiteConfig, b: SiteConfig): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
