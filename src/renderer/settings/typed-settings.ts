import { type SiteConfig, siteConfigSchema } from '../../shared/content/index.ts'

/** The settings as somebody has them on screen, and as they were kept when that began: not kept yet, perhaps not right yet. */
export interface TypedSettings {
  start: SiteConfig
  config: SiteConfig
}

/** The settings that are kept now, with those that somebody changed here since: part by part, and a list as a whole. */
export function changedHere({ start, config }: TypedSettings, kept: SiteConfig): SiteConfig {
  return changed(start, config, kept) as SiteConfig
}

function changed(start: unknown, typed: unknown, kept: unknown): unknown {
  if (JSON.stringify(typed) === JSON.stringify(start)) return kept
  if (!isRecord(start) || !isRecord(typed) || !isRecord(kept)) return typed
  const names = [...new Set([...Object.keys(kept), ...Object.keys(typed)])]
  return Object.fromEntries(
    names
      .map(name => [name, changed(start[name], typed[name], kept[name])] as const)
      .filter(([, value]) => value !== undefined),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Told by what it began with, which was right: a half-typed address is what is to be kept. */
export function isTypedSettings(value: unknown): value is TypedSettings {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('config' in value)) return false
  const { start, config } = value
  if (!siteConfigSchema.safeParse(start).success || typeof config !== 'object' || config === null) return false
  return Object.keys(start as object).every(name => name in config)
}
