import { type SiteConfig, siteConfigSchema } from '../../shared/content/index.ts'

/** The settings as somebody has them on screen, and as they were kept when that began: not kept yet, perhaps not right yet. */
export interface TypedSettings {
  start: SiteConfig
  config: SiteConfig
}

/** The settings that are kept now, with those that somebody changed here since. */
export function changedHere({ start, config }: TypedSettings, kept: SiteConfig): SiteConfig {
  const names = Object.keys(config) as (keyof SiteConfig)[]
  const changed = names.filter(name => JSON.stringify(config[name]) !== JSON.stringify(start[name]))
  return { ...kept, ...Object.fromEntries(changed.map(name => [name, config[name]])) }
}

/** Told by what it began with, which was right: a half-typed address is what is to be kept. */
export function isTypedSettings(value: unknown): value is TypedSettings {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('config' in value)) return false
  const { start, config } = value
  if (!siteConfigSchema.safeParse(start).success || typeof config !== 'object' || config === null) return false
  return Object.keys(start as object).every(name => name in config)
}
