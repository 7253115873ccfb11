import type { Evaluations, TeamLists } from '../../shared/checklist/index.ts'
import type { CheckFacts, Judged, Problem, Terms } from '../../shared/checks/index.ts'
import type { ContentHash, Entry, PageId, WorkspacePath } from '../../shared/content/index.ts'
import type {
  Act,
  DrawnPage,
  FeedState,
  OpenPage,
  OutsideLinks,
  OutsideState,
  SyncState,
  TrendPoint,
} from '../../shared/contract/index.ts'
import type { Due, Interval, Late, Person, ReviewRecord, Risk, Standing } from '../../shared/review/index.ts'
import type { LastChange, SyncResult } from '../git/index.ts'
import type { Publisher } from '../publish/index.ts'

/** The parts of a session as the rest of the desk sees them; each is made in the file of its name. */

/** Everything that follows from the stored facts about one page or service. */
export interface Known {
  entry: Entry
  hash: ContentHash
  records: readonly ReviewRecord[]
  standing: Standing
  /** What families see of it now. */
  live: LiveVersion | null
  due: Due
  /** How often it is checked, and why. */
  interval: Interval
  /** What its words say of what a mistake would cost; read when somebody asks. */
  risk(): Risk
  /** The email of who looks after it, as its page or a record says; empty when nobody does. */
  owner: string
  overdue: boolean
  /** What becomes of it when nobody checks it for long, and when. */
  late: Late | null
  changed: LastChange | null
}

export interface LiveVersion {
  path: WorkspacePath
  hash: ContentHash
}

export interface Knowing {
  /** By id, in the order of their paths. */
  all(): Promise<ReadonlyMap<PageId, Known>>
  one(id: PageId): Promise<Known | null>
  /** What families see: every page and service on the live site. */
  live(): Promise<ReadonlyMap<PageId, LiveVersion>>
  /** What people said about pages, also about those that are no more; in the order in which they said it. */
  records(): Promise<readonly ReviewRecord[]>
  /** Every evaluation, what was said of gaps, and evidence. */
  evaluations(): Promise<Evaluations>
  forget(): void
  /** Something was said in an evaluation, which tells nothing new of any page. */
  forgetEvaluations(): void
  /** The checklists as the team works with them, in the order in which screens show them. */
  checklists(): Promise<TeamLists['lists']>
}

export interface Counts {
  errors: number
  warnings: number
  notices: number
}

/** One problem of a page, as the whole site is told of it. */
export type Found = Pick<Problem, 'rule' | 'severity' | 'message'>

export interface Checking {
  /** What the checks may know of the rest of the workspace. */
  facts(): Promise<CheckFacts>
  /** What the team decided: its policy, and what was dismissed in these records of a page. */
  terms(records: readonly ReviewRecord[]): Terms
  /** What is to be said of a page, as the team weighs it, without what is not a problem there. */
  problems(entry: Entry): Promise<Problem[]>
  /** The same for facts and records that are at hand, with what was dismissed. */
  judge(entry: Entry, facts: CheckFacts, records: readonly ReviewRecord[]): Judged
  /** Everything that the checks find, whatever anybody decided. */
  check(entry: Entry, facts: CheckFacts): Problem[]
  /** How many of each, where that is known already; null until `countAll` has been by. */
  counts(id: PageId): Counts | null
  /** The problems that are counted, in reading order; null likewise. */
  found(id: PageId): readonly Found[] | null
  /** Counts what is not known yet, a little at a time. Answers whether anything new is known. */
  countAll(): Promise<boolean>
  /** Pages, services or media came or went: links have to be looked at again. */
  forget(): void
}

/** Where links out lead, looked at in the background. */
export interface LinkWatch {
  links(): Promise<{ state: OutsideState; links: OutsideLinks }>
  /** Looks at all of them at once; answers when it is done. */
  lookNow(): Promise<void>
  /** Looks at those that nobody looked at for a while; answers when it is done. */
  lookDue(onStep: (done: number, total: number) => void): Promise<void>
  setOn(on: boolean): Promise<void>
  /** Whether the network is there and costs nothing by the byte, as far as the window knows. */
  network(free: boolean): void
  stop(): void
}

/** How many problems there were, week by week. */
export interface Trend {
  points(): Promise<TrendPoint[]>
}

/** A file that a window may ask for by address. */
export interface Answered {
  status: number
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | string
}

export interface Previews {
  /** Renders what is typed with the site's own renderer; the address changes with the words. */
  show(typed: Omit<Typed, 'base'>): Promise<{ kind: 'preview'; url: string }>
  /** Every page and service as the desk has it now, each with its own address. */
  all(): Promise<DrawnPage[]>
  /** `/preview/<number>/…`: the page, its neighbours as they stand on the desk, the site's style and pictures. */
  respond(path: string): Promise<Answered | null>
}

/** Sharing with colleagues: by itself after every change, at the start, now and then, and when somebody asks. */
export interface Sharing {
  state(): SyncState
  /**
   * At once, or once what runs is done: answers when all that was here and there when it was called has gone both ways.
   * Where what runs is stopped, that is the answer.
   */
  now(): Promise<SyncResult | null>
  /** In a moment: several changes in a row go out together. */
  soon(): void
  /** A question came or went: how many there are is counted again, and told. */
  choicesChanged(): Promise<void>
  cancel(): void
  /** There is a network again: what waits is tried soon, and without the patience that grew meanwhile. */
  online(): void
  /** Starts sharing by itself; the command line does not. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** What is in the editor: the words, and the version that they started from. */
export interface Typed {
  id: PageId
  base: ContentHash
  doc: OpenPage['doc']
  entry: OpenPage['entry']
}

/** What was done in the workspace, read from its versions and from what was published. */
export interface Acts {
  /** Newest first, from the act that comes after `after`. `by` is an email address. */
  list(wish: { by: string | null; page: PageId | null; after: string | null }): Promise<{
    acts: Act[]
    more: boolean
    people: Person[]
  }>
  /** The last act of whoever is at this computer. */
  newest(): Promise<{ act: string; sentence: string } | null>
}

/** The review dates as a file in a folder of this computer's, which a calendar follows. */
export interface CalendarFeed {
  /** In a few seconds: several changes in a row are written together. Nothing before `start`. */
  soon(): void
  /** At once; answers when it is done, however it went. */
  now(): Promise<void>
  state(): Promise<FeedState>
  start(): void
  /** Writes what is still owed, unless the folder does not answer. */
  stop(): Promise<void>
}

/** Publishing that goes on, and is looked after, by itself. */
export interface LiveWatch {
  start(): void
  stop(): void
}

/** The live site of one workspace: publishing, opened when it is first asked for. */
export type LiveSite = Pick<
  Publisher,
  'plan' | 'state' | 'publish' | 'verify' | 'seen' | 'before' | 'undo' | 'resume' | 'build'
>
