import type { ContentHash, Entry } from '../../shared/content/index.ts'
import type { Late, Standing } from '../../shared/review/index.ts'
import type { SiteInput } from '../../shared/site/index.ts'

/** A page or service with the hash of exactly its bytes. */
export interface Versioned {
  entry: Entry
  hash: ContentHash
}

/** Somebody lets these exact words go live although checks stop them. */
export interface Although {
  by: { name: string }
  at: string
  reason: string
  /** What the checks say, one sentence each. */
  problems: readonly string[]
}

export interface PlanInput {
  /** Pages and services as the team has them now. */
  desk: readonly Versioned[]
  live: readonly Versioned[]
  /** By id, for everything on the desk. */
  standings: ReadonlyMap<string, Standing>
  /** Sentences of the checks' errors, by id, without those that somebody lets go live. */
  problems: ReadonlyMap<string, readonly string[]>
  although: ReadonlyMap<string, Although>
  /** Ids of pages on which colleagues' changes wait for an answer. */
  choices: ReadonlySet<string>
  /** Ids of those that nobody checked for long, with what the team does with them. */
  late: ReadonlyMap<string, Late>
  /** What is wrong with pages as they are rendered, by id, as far as they were looked at. */
  rendered: ReadonlyMap<string, readonly string[]>
  /** The rest of the site, to see which links and pictures will lead nowhere. */
  site: Omit<SiteInput, 'pages' | 'services' | 'checks' | 'late' | 'news' | 'barriers'>
  /** The day on which the plan is read, `2026-11-22`. */
  today: string
}

export type Change = 'new' | 'changed' | 'moved' | 'removed'
export type Why =
  | 'problems'
  | 'not-reviewed'
  | 'changes-asked'
  | 'changed-since-approval'
  | 'waits'
  | 'choice'
  | 'not-checked'

export interface Planned extends Versioned {
  change: Change
  sentence: string
  urgent: boolean
  although: boolean
}

export interface HeldBack extends Versioned {
  why: Why
  sentence: string
  /** The problems, one sentence each, where somebody may let these words go live all the same; otherwise none. */
  mayGoAlthough: readonly string[]
}

/** `after` is everything that will be live, each from the desk or, where it is held back or did not change, from live. */
export interface Decided {
  ready: readonly Planned[]
  heldBack: readonly HeldBack[]
  after: readonly (Versioned & { from: 'desk' | 'live' })[]
}

/** Why exact words may go live. `live-already`: families see them now, at another address. */
export type Leave = 'approved' | 'urgent' | 'live-already'
