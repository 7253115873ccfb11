import type { IsoDate, Page, Service, SiteConfig } from '../content/index.ts'
import type { PublicAnswer } from '../feedback/index.ts'
import type { ReviewRecord } from '../review/index.ts'

/** Everything a site is made of. The same input gives the same bytes on any machine: no clock, no disk, no network. */
export interface SiteInput {
  config: SiteConfig
  pages: readonly Page[]
  services: readonly Service[]
  /** By name, `hall.jpg`. */
  media: ReadonlyMap<string, MediaFact>
  redirects: readonly Redirect[]
  /** What families read under “You said, we did”. */
  answers: readonly PublicAnswer[]
  /** What people said beside a page about its words being true, by its id. */
  checks: ReadonlyMap<string, readonly ReviewRecord[]>
  /** Ids of those that tell families that nobody has checked them for long. */
  late: ReadonlySet<string>
  /** What the last publishes brought, newest first. */
  news: readonly PublishNews[]
  /** What the checks found in the pages that are on the site; null where nobody has looked. */
  barriers: Barriers | null
  stamp: Stamp
  /** Names what the pictures beside links have in common besides their words; absent where nobody draws them. */
  cards?: string
}

/** Faults in pages that keep somebody from using them, as success criteria of WCAG 2.2, by the page's id. */
export interface Barriers {
  /** The day on which a page was last put on the site. */
  on: IsoDate
  pages: ReadonlyMap<string, readonly string[]>
}

/** The pages and services that came or changed with the publishes of one day, by id. */
export interface PublishNews {
  on: IsoDate
  added: readonly string[]
  changed: readonly string[]
}

/** What has to be known of a picture or document to write it into a page. */
export interface MediaFact {
  bytes: number
  /** In pixels; null where the file is no picture. */
  width: number | null
  height: number | null
  /** How wide the smaller pictures are that the site has of it, in pixels, the narrowest first; absent where it has none. */
  sizes?: readonly number[]
  /** The alternative text that the team gave it once, for places that give none of their own. */
  alt: string
  /** Why this file may not go on the site (“has script in it”), or null. */
  trouble: string | null
}

/** An old address leads to a new one. Both are paths on the site, `/education/travel/`; `to` may be `page:<id>` too. */
export interface Redirect {
  from: string
  to: string
}

/** Which publish a site is from. Written to `version.json` and read back from the web. */
export interface Stamp {
  publish: string
  /** An instant in UTC. */
  at: string
}

/** A file of the site. `path` is relative with forward slashes; a media file's bytes are copied, or made smaller, by whoever writes. */
export interface SiteFile {
  path: string
  content: string | { media: string; width?: number }
  /** The address under which the site's own search finds this page; absent for everything that it leaves out. */
  searchAs?: string
  /** Files of the media folder that this page shows or links to, by name. */
  shows?: readonly string[]
}

export interface TextFile extends SiteFile {
  content: string
}

/** Why an entry cannot be on the site as it is. It holds that entry back and no other. */
export interface SiteProblem {
  /** The id of the page or service. */
  page: string
  sentence: string
}
