import type { ContentHash, Entry } from '../../shared/content/index.ts'
import type { Standing } from '../../shared/review/index.ts'
import type { SiteInput } from '../../shared/site/index.ts'

/** A page or service with the hash of exactly its bytes. */
export interface Versioned {
  entry: Entry
  hash: ContentHash
}

export interface PlanInput {
  /** Pages and services as the team has them now. */
  desk: readonly Versioned[]
  live: readonly Versioned[]
  /** By id, for everything on the desk. */
  standings: ReadonlyMap<string, Standing>
  /** Sentences of the checks' errors, by id. */
  problems: ReadonlyMap<string, readonly string[]>
  /** Ids of pages on which colleagues' changes wait for an answer. */
  choices: ReadonlySet<string>
  /** The rest of the site, to see which links and pictures will lead nowhere. */
  site: Omit<SiteInput, 'pages' | 'services'>
  /** The day on which the plan is read, `2026-11-22`. */
  today: string
}

export type Change = 'new' | 'changed' | 'moved' | 'removed'
export type Why = 'problems' | 'not-reviewed' | 'changes-asked' | 'changed-since-approval' | 'choice'

export interface Planned extends Versioned {
  change: Change
  sentence: string
  urgent: boolean
}

export interface HeldBack {
  entry: Entry
  why: Why
  sentence: string
}

/** `after` is everything that will be live, each from the desk or, where it is held back or did not change, from live. */
export interface Decided {
  ready: readonly Planned[]
  heldBack: readonly HeldBack[]
  after: readonly (Versioned & { from: 'desk' | 'live' })[]
}

/** Why exact words may go live. `live-already`: families see them now, at another address. */
export type Leave = 'approved' | 'urgent' | 'live-already'
