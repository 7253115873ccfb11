import type { SiteConfig } from '../../shared/content/index.ts'
import type { FieldTrouble } from '../ui/form-troubles.tsx'
import { configTroubles, daysToComeTroubles } from './troubles.ts'

interface Typed {
  config: SiteConfig
  kept: SiteConfig
  /** The fields of days in which something stands that is none; such a day is in no setting. */
  noDay: readonly FieldTrouble[]
  today: string
}

/** Where the settings on screen stand: whether they are other than those that are kept, and what to keep of them. */
export function settingsNow({ config, kept, noDay, today }: Typed) {
  const troubles = [...noDay, ...configTroubles(config), ...daysToComeTroubles(config.site.accessibility, today)]
  return {
    changed: noDay.length > 0 || !sameSettings(config, kept),
    troubles,
    // The team's words are kept as they are added, by a sheet of their own.
    toKeep: troubles.length === 0 ? { ...config, words: kept.words, shortForms: kept.shortForms } : null,
  }
}

export function sameSettings(a: SiteConfig, b: SiteConfig): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
