import type { LiveState } from '../../shared/contract/index.ts'
import type { Person } from '../../shared/review/index.ts'
import type { History, NetworkOptions } from '../git/index.ts'
import type { Records } from './last-checks.ts'
import type { LateById } from './late-list.ts'
import type { PartsMemory } from './made-parts.ts'
import type { PlanAsked, PlanFacts } from './make-plan.ts'
import type { KnownEntries, ReadCache } from './read-site.ts'
import type { StandingSite } from './standing-site.ts'
import type { WayIn, WebHost } from './targets/index.ts'
import type { Clock } from './verify.ts'

/** What publishing needs of the rest of the program and of the world. */
export interface PublisherDeps {
  history: History
  /** This workspace's own folder on this computer, outside the workspace. */
  dataFolder: string
  /** Names the program that is running (see `programName`). */
  program: string
  /** `resources/site`: the site's own style, script and typeface. */
  theme: string
  /** Pages and services that were read already, by `contentKey`. */
  known?: KnownEntries
  /** Standings, problems and open choices of the pages; asked for each plan. */
  facts(asked: PlanAsked): Promise<PlanFacts>
  /** What people said about everything on the desk, by its id. */
  records(): Promise<Records>
  /** What the team does, on this day, with pages that nobody checked for long. */
  late(today: string): Promise<LateById>
  /** Ids of the pages that are off the site for a reason of their own: an earlier publish that is put back leaves them off. */
  off(today: string): Promise<ReadonlySet<string>>
  me(): Person | null
  network(): Promise<Pick<NetworkOptions, 'auth'>>
  /** Whether a person said on this computer that the site may be written into this folder. */
  mayWrite(folder: string): boolean
  /** What this person signs in to a web host with, or null. */
  wayIn(host: WebHost): Promise<WayIn | null>
  fetch: typeof globalThis.fetch
  clock: Clock
  newId(): string
  onState(state: LiveState): void
  /** How long to look for a publish on the web before it counts as sent and waiting, in milliseconds. */
  lookFor?: number
}

/** `site` marks the folders that this site was written to; those of another one are never touched. */
export type PublishWorld = PublisherDeps & {
  cache: ReadCache
  site: string
  /** While the program is open: the site as it built it last, and the memory of its parts. */
  standing: StandingSite
  memory: PartsMemory
}
