import type { SiteConfig } from '../../shared/content/index.ts'

/** One part of the shared settings: what it is now, and how it is changed. */
export interface ConfigPart {
  config: SiteConfig
  onChange: (change: Partial<SiteConfig>) => void
}
