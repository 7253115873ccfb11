import type { PublishTarget } from '../../../shared/content/index.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import type { Person } from '../../../shared/review/index.ts'
import type { History, NetworkOptions, Waiting } from '../../git/index.ts'
import type { Manifest } from '../manifest.ts'
import type { OnProgress } from '../progress.ts'
import type { WebHost } from './sftp-words.ts'
import type { WayIn } from './way-in.ts'

/** A place that the site is put in. One file each, one shape; `index.ts` lists them and one scenario tests them all. */
export interface Target<T extends PublishTarget = PublishTarget, Needs extends BuiltSite = Delivery> {
  kind: T['kind']
  /** For people: “the folder /srv/www”. */
  nameOf(target: T): string
  /**
   * Brings the place to exactly the built site. Cut off at any instant, it can be done again and ends the same. `waiting`:
   * the network is not there; nothing is wrong, and it can be tried again later.
   */
  deliver(target: T, delivery: Needs): Promise<Delivered | NotReached | Refusal>
}

/** Nobody answers there now. `place` is for people; the team's shared copy where it says none. */
export type NotReached = Pick<Waiting, 'kind' | 'reason'> & { place?: string }

export interface BuiltSite {
  /** The built site on this computer, and what is in it. */
  folder: string
  manifest: Manifest
  /** “Published 3 changes”, for places that keep a history. */
  sentence: string
  /** Sends also what seems to be there: somebody else has changed it. */
  everything?: boolean
  onProgress?: OnProgress
  /** Called before anything of the site is changed there; until then nothing was sent. */
  onBegun?: () => void
  signal?: AbortSignal
}

/** With what this person signs in with, for web hosts. */
export interface SignedIn extends BuiltSite {
  /** Null where this computer has nothing to sign in with there. */
  wayIn(host: WebHost): Promise<WayIn | null>
  /** How long a host may take to answer, in milliseconds. */
  patience?: number
}

/** With the team's shared copy, for the places that are in it. */
export interface Delivery extends SignedIn {
  history: Pick<History, 'content' | 'fetch' | 'filesAt' | 'logOf' | 'readAt' | 'writeTree' | 'pushBranch'>
  network: NetworkOptions
  by: Person
}

/** Files that were sent, that were there already, and that were taken away. */
export interface Delivered {
  kind: 'delivered'
  written: number
  unchanged: number
  removed: number
}
