import type { Refusal } from '../../shared/outcome.ts'
import { bring } from './bring.ts'
import type { Desk } from './desk.ts'
import { sameStory } from './lines.ts'
import { askHeads, type Heads } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import type { Line } from './question.ts'
import { liveRef, moveRef, type Oid, type Repository, readRef } from './repository.ts'
import { send } from './send.ts'

/**
 * What became of `live`: `received` a colleague's publish, `sent` one of this laptop's, or `replaced`: two people published
 * at once, the first one to arrive stands, and this laptop's publish has to be planned again.
 */
export type LiveOutcome = 'same' | 'received' | 'sent' | 'replaced'

export async function syncLive(
  desk: Desk,
  line: Line,
  heads: Heads,
): Promise<{ kind: 'live'; outcome: LiveOutcome } | { kind: 'behind' } | Waiting | Refusal> {
  const theirs = heads.get('live') ?? null
  const mine = await readRef(desk.repository, liveRef)
  if (mine === theirs) return { kind: 'live', outcome: 'same' }
  if (theirs !== null) {
    const outcome = await receive(desk, line, heads, 'live')
    if (typeof outcome !== 'string') return outcome
    if (outcome !== 'ahead') return { kind: 'live', outcome }
  }
  if (mine === null) return { kind: 'live', outcome: 'same' }
  const sent = await send(line, heads, 'live', mine)
  return sent.kind === 'sent' ? { kind: 'live', outcome: 'sent' } : sent
}

/** Brings a branch's newest version and moves the local name to it, unless this laptop is ahead of it. */
async function receive(
  desk: Desk,
  line: Line,
  heads: Heads,
  branch: string,
): Promise<'same' | 'received' | 'replaced' | 'ahead' | Waiting | Refusal> {
  const brought = await bring(line, heads, [branch])
  if (brought.kind !== 'brought') return brought
  const theirs = heads.get(branch)
  if (theirs === undefined) return 'same'
  return desk.alone(() => take(desk.repository, branch, theirs))
}

async function take(
  repository: Repository,
  branch: string,
  theirs: Oid,
): Promise<'same' | 'received' | 'replaced' | 'ahead'> {
  const ref = `refs/heads/${branch}`
  const mine = await readRef(repository, ref)
  if (mine === theirs) return 'same'
  if (mine !== null && (await sameStory(repository, mine, theirs))) return 'ahead'
  const grown = mine === null || (await sameStory(repository, theirs, mine))
  if (!grown) await moveRef(repository, `refs/signpost/kept/${branch}-${mine}`, mine)
  await moveRef(repository, ref, theirs)
  return grown ? 'received' : 'replaced'
}

export type SendResult = { kind: 'sent' } | { kind: 'same' } | { kind: 'behind' } | Waiting | Refusal

/** Sends a branch of this workspace. `behind`: a colleague's version of it stands there; fetch it and plan again. */
export async function sendBranch(desk: Desk, line: Line, branch: string): Promise<SendResult> {
  const mine = await readRef(desk.repository, `refs/heads/${branch}`)
  if (mine === null) return { kind: 'same' }
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  if (heads.get(branch) === mine) return { kind: 'same' }
  return send(line, heads, branch, mine)
}

export type FetchResult = { kind: 'fetched'; heads: Map<string, Oid> } | Waiting | Refusal

/** Brings branches other than the desk's from the shared copy; a local one that went another way gives way and is kept. */
export async function fetchBranches(desk: Desk, line: Line, branches: readonly string[]): Promise<FetchResult> {
  const heads = await askHeads(line)
  if (!(heads instanceof Map)) return heads
  const found = new Map<string, Oid>()
  for (const branch of branches) {
    const theirs = heads.get(branch)
    if (theirs === undefined) continue
    found.set(branch, theirs)
    const outcome = branch === 'main' ? await bring(line, heads, [branch]) : await receive(desk, line, heads, branch)
    if (typeof outcome !== 'string' && outcome.kind !== 'brought') return outcome
  }
  return { kind: 'fetched', heads: found }
}
