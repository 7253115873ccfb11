import { type Refusal, refuse } from '../../shared/outcome.ts'
import { type Disk, folderGone, lstatOrNull } from '../files/index.ts'
import type { ChoiceStore } from './choices.ts'
import type { Fetch } from './http.ts'
import { deskRef, type Oid, type Repository, readRef } from './repository.ts'
import type { StoryIndex } from './story-index.ts'
import type { WorkTree } from './work-tree.ts'

/** What history needs of the world. */
export interface HistoryDeps {
  /** A folder of this computer's own for what can be worked out again; made when needed, one for each workspace. */
  cache: string
  choices: ChoiceStore
  now: () => Date
  /** The network: `fetch` of the window's host, so that the council's proxy and certificates count. */
  http: Fetch
  disk?: Disk
  /** True for a second Signpost on one workspace: it looks, and puts right, saves and shares nothing. It can come to be so. */
  readonly readOnly?: boolean
  /** 0 up to 1; spreads laptops that try again at the same moment. */
  random?: () => number
  /** Milliseconds without a byte after which a connection counts as dead; a minute unless given. */
  silence?: number
}

/** The team's working copy on this laptop, open. */
export interface Desk {
  repository: Repository
  workTree: WorkTree
  story: StoryIndex
  deps: HistoryDeps
  disk: Disk
  /** One change at a time: two that interleave could each undo the other. Puts right first what a fault left halfway. */
  alone<T>(work: () => Promise<T>): Promise<T | Refusal>
  /** The same without that, for what puts right a history in which even this cannot be read. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Repairs that nobody has been told of yet: the next sharing says them. */
  untold: string[]
}

/** The newest version. There always is one: a workspace is created and joined with it, whole. */
export async function headOf(desk: Desk): Promise<Oid> {
  const head = await readRef(desk.repository, deskRef)
  if (head !== null) return head
  await thereOrThrow(desk.repository)
  throw new Error('the workspace has lost its newest version')
}

/** Throws what the disk says where the workspace’s folder is no longer there, so that nothing is made anew in its place. */
export async function thereOrThrow({ disk, gitdir }: Repository): Promise<void> {
  if ((await lstatOrNull(disk, gitdir)) === null) throw folderGone(gitdir)
}

export const onlyReading = (): Refusal =>
  refuse(
    'read-only',
    'This workspace is open to read here, because another Signpost is working in it. Nothing was changed.',
    'Go to the other Signpost, or close it and open the workspace here again.',
  )

export const damagedElsewhere = (): Refusal =>
  refuse(
    'history-damaged',
    'This workspace’s history on this laptop is damaged, and it can be put right only where it is open to work in. Your pages’ files are as they were.',
    'Close the other Signpost that has it open, then open the workspace here again.',
  )

export const notAWorkspace = (): Refusal =>
  refuse(
    'not-a-workspace',
    'This folder is not a Local Offer that Signpost can open. Nothing in it was changed.',
    'Choose the folder that has “signpost.yml” in it, or join your team’s workspace again.',
  )
