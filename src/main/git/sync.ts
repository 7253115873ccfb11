import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { advance } from './advance.ts'
import { type LiveOutcome, syncLive } from './branches.ts'
import { bring } from './bring.ts'
import { type CommitDetails, commitAll, commitPaths } from './commit.ts'
import { type Desk, headOf } from './desk.ts'
import { leaveOutGoneMedia } from './leave-out.ts'
import { incoming, sameStory } from './lines.ts'
import { mendFromShared } from './mending.ts'
import { askHeads } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import { type Auth, type Line, lineOf, type Progress } from './question.ts'
import { notShared, readRemote } from './remote.ts'
import { replay } from './replay.ts'
import { type CommitInfo, commitsSince, moveRef, type Oid, readRef } from './repository.ts'
import { send } from './send.ts'

export interface SyncOptions {
  /** Null when signed out. */
  auth: Auth | null
  /** Who is at this laptop: their name is on what they left unsaved. */
  by: Person
  /** What the history says of that; unless given, that they saved it before sharing. */
  sentence?: string
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  /** What time the server says it is, each time it answers. */
  onServerTime?: (at: Date) => void
}

interface Shared {
  /** Versions that came in, and that went out. */
  pulled: number
  pushed: number
  /** Pages in which both people's changes were put together. */
  merged: string[]
  /** What a person should know; nobody has to answer. */
  notices: string[]
  live: LiveOutcome
}

export type SyncResult =
  | { kind: 'up-to-date' }
  | ({ kind: 'shared' } & Shared)
  /** Everything is shared, and both versions of what clashes are kept; `pages` are their ids. */
  | ({ kind: 'needs-choice'; choices: number; pages: string[] } & Shared)
  | Waiting
  | Refusal

/** Where the shared copy was when this laptop last saw it. It may only ever grow from there. */
export const seenRef = 'refs/signpost/seen/main'
const attempts = 6

/**
 * Makes a version of what is unsaved, fetches, puts this laptop's versions on top, and sends them; again when a colleague
 * was faster. What is written meanwhile is part of the next sync, and nothing that came in is put over it.
 */
export async function sync(desk: Desk, options: SyncOptions): Promise<SyncResult> {
  const address = await readRemote(desk.repository)
  if (address === null) return notShared()
  const line = lineOf(desk, address, options)
  const mended = await mendFromShared(desk, line)
  if (mended !== null && mended.kind !== 'mended') return mended
  const details = { sentence: options.sentence ?? `${options.by.name} saved changes before sharing`, by: options.by }
  const saved = await desk.alone(() => commitAll(desk, details))
  if (isRefusal(saved)) return saved
  const shared: Shared = { pulled: 0, pushed: 0, merged: [], notices: [], live: 'same' }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const round = await syncOnce(desk, line, details, shared)
    if (round.kind === 'behind') await pause(attempt * 150 * (desk.deps.random ?? Math.random)())
    else
      return round.kind === 'done'
        ? resultOf(desk, { ...shared, notices: [...desk.untold.splice(0), ...shared.notices] })
        : round
  }
  return {
    kind: 'waiting',
    reason: 'server-busy',
    code: 'colleagues',
    sentence: 'Colleagues are sharing changes at this moment. Your work is saved on this laptop.',
    nextStep: 'Signpost will try again in a moment.',
  }
}

type Round = { kind: 'done' } | { kind: 'behind' } | Waiting | Refusal

async function syncOnce(desk: Desk, line: Line, details: CommitDetails, shared: Shared): Promise<Round> {
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  const theirs = heads.get('main') ?? null
  const seen = (await readRef(desk.repository, seenRef)) ?? (await readRef(desk.repository, 'refs/remotes/origin/main'))
  if (theirs === null && (seen !== null || heads.size > 0)) return seen === null ? notALocalOffer() : emptied()
  if (theirs !== null) {
    const brought = await bring(line, heads, ['main', 'live'])
    if (brought.kind !== 'brought') return brought
    if (seen !== null && !(await sameStory(desk.repository, theirs, seen))) return rewritten()
  }
  // A long story that is read for the first time is read before the turn is taken: whoever saves meanwhile does not wait.
  const head = await headOf(desk)
  if (theirs !== null && theirs !== head) await desk.story.upTo(head)
  const combined = await desk.alone(() => combine(desk, theirs, details, shared))
  if (combined.kind !== 'combined') return combined
  if (theirs !== null && theirs !== seen) await moveRef(desk.repository, seenRef, theirs)
  if (combined.ahead > 0) {
    const sent = await send(line, heads, 'main', combined.head)
    if (isRefusal(sent) && sent.code === 'too-large') return tooLarge(desk, theirs, sent)
    if (sent.kind !== 'sent') return sent
    await moveRef(desk.repository, seenRef, combined.head)
    shared.pushed += combined.ahead
  }
  const live = await syncLive(desk, line, heads)
  if (live.kind !== 'live') return live
  shared.live = live.outcome
  return { kind: 'done' }
}

/** Where what was too large is gone from the workspace already, it goes from what is sent too, and then all may go out. */
async function tooLarge(desk: Desk, theirs: Oid | null, refusal: Refusal): Promise<Round> {
  const lighter = await desk.alone(() => leaveOutGoneMedia(desk, theirs, keptRef(desk)))
  return lighter === true ? { kind: 'behind' } : refusal
}

type Combined = { kind: 'combined'; head: Oid; ahead: number } | { kind: 'behind' } | Refusal

/** Makes the desk hold everything that is shared, with this laptop's own versions after it. No network in here. */
async function combine(desk: Desk, theirs: Oid | null, details: CommitDetails, shared: Shared): Promise<Combined> {
  const head = await headOf(desk)
  if (theirs === null) return { kind: 'combined', head, ahead: (await desk.story.upTo(head)).length }
  const { base, commits } = await incoming(desk, head, theirs)
  if (base === null) return otherWorkspace()
  const mine = await ownSince(desk, head, base)
  if (commits.length === 0) return { kind: 'combined', head, ahead: mine.length }
  const target = mine.length === 0 ? null : await replay(desk, base, mine.reverse(), theirs, commits.reverse())
  if (target) await moveRef(desk.repository, keptRef(desk), head)
  const tip = target?.tip ?? theirs
  const moved = await advance(desk, head, tip, target ? { choices: target.choices, told: target.notices } : undefined)
  if (moved.kind === 'unsaved') {
    const kept = await commitPaths(desk, [moved.path], details)
    if (isRefusal(kept)) return kept
    return kept === null ? inTheWay(moved.path) : { kind: 'behind' }
  }
  if (isRefusal(moved)) return moved
  shared.pulled += commits.length
  shared.merged = [...new Set([...shared.merged, ...(target?.merged ?? [])])]
  shared.notices.push(...(target?.notices ?? []).map(({ sentence }) => sentence))
  const ahead = await collect(commitsSince(desk.repository, tip, oid => oid === theirs))
  return { kind: 'combined', head: tip, ahead: ahead.length }
}

/**
 * This laptop's versions after the last common one, newest first. Where another program has joined lines, the common one
 * may not be on the line back from here; then all of it counts as one version.
 */
async function ownSince(desk: Desk, head: Oid, base: Oid): Promise<CommitInfo[]> {
  const own = await collect(commitsSince(desk.repository, head, oid => oid === base))
  return head === base || own.at(-1)?.parent === base ? own : own.slice(0, 1)
}

/** The versions as this laptop made them, before they were made again on top of the shared ones: kept, and never sent. */
function keptRef(desk: Desk): string {
  return `refs/signpost/kept/${desk.deps.now().toISOString().replace(/\D/g, '')}`
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

async function resultOf(desk: Desk, shared: Shared): Promise<SyncResult> {
  const choices = await desk.deps.choices.list()
  if (choices.length > 0) {
    const pages = [...new Set(choices.flatMap(choice => choice.page ?? []))]
    return { kind: 'needs-choice', choices: choices.length, pages, ...shared }
  }
  const nothing = shared.pulled === 0 && shared.pushed === 0 && shared.live === 'same' && shared.notices.length === 0
  return nothing ? { kind: 'up-to-date' } : { kind: 'shared', ...shared }
}

const safe = 'Your work is saved on this laptop.'
const emptied = () =>
  refuse(
    'emptied',
    `The shared copy has been emptied since you last used it. ${safe} Signpost has changed nothing.`,
    'Ask the person who looks after it before anybody shares again: this laptop still has everything.',
  )
const rewritten = () =>
  refuse(
    'rewritten',
    `The shared copy no longer holds what it held before: somebody has rewritten its history. ${safe}`,
    'Ask the person who looks after it to put it back. This laptop still has everything.',
  )
const otherWorkspace = () =>
  refuse(
    'other-workspace',
    `The shared copy at this address is another workspace. ${safe} Nothing was mixed.`,
    'Check the address in Settings.',
  )
const notALocalOffer = () =>
  refuse(
    'not-a-local-offer',
    `What is at this address is not a Local Offer. ${safe}`,
    'Check the address in Settings, or make a new, empty shared copy on your git host.',
  )
const inTheWay = (path: string) =>
  refuse(
    'in-the-way',
    `Something that is not a plain file stands at “${path}”, where a colleague’s change belongs. ${safe}`,
    'Move it out of the workspace’s folder, then share again.',
  )
