import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/content/index.ts'
import { type LiveState, liveStateSchema } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { type Disk, nodeDisk, thrown } from '../files/index.ts'
import { readJson, writeJson } from '../settings/index.ts'
import { sampleSchema } from './sample.ts'

/** What this computer knows of the live site, kept over restarts: `live.json` in the workspace's own data folder. */

const pendingSchema = z.object({
  publish: z.string(),
  at: instantSchema,
  sentence: z.string(),
  /** What is still to be done with it, in this order. */
  stage: z.enum(['share', 'deliver']),
  /** Every file is sent: somebody else has changed some where it goes. */
  everything: z.boolean().default(false),
  /** Something of it, or of one that it takes the place of, may have arrived. */
  begun: z.boolean().default(true),
})
/** A publish that is the live version here and that families do not have yet. */
export type Pending = z.infer<typeof pendingSchema>

const seenSchema = z.object({ publish: z.string(), at: instantSchema, checkedAt: instantSchema, url: z.string() })
/** The publish whose stamp was read back from the web last. */
export type Seen = z.infer<typeof seenSchema>

const knownSchema = z.object({
  state: liveStateSchema,
  pending: pendingSchema.nullable(),
  seen: seenSchema.nullable(),
  /** Which site this is: the name of the workspace's very first version, which every colleague's copy has. */
  site: z.string().nullable().default(null),
  /** What is read back besides the stamp, of the publish that was made here last. */
  sample: sampleSchema.nullable().default(null),
  /** The publish that was seen live, and that somebody else has changed on the web since. */
  altered: z.string().nullable().default(null),
})
export type Known = z.infer<typeof knownSchema>

const nothingKnown: Known = {
  state: { kind: 'never' },
  pending: null,
  seen: null,
  site: null,
  sample: null,
  altered: null,
}

export interface LiveStore {
  known(): Known
  /** Keeps what changed and tells it. Building moves too often to be kept, except that it began. */
  set(change: Partial<Known>): Promise<void>
  /** Tells without keeping. */
  tell(state: LiveState): void
}

/**
 * A file that does not hold what it should says nothing: what is live is asked of the web again. Throws what the disk says
 * where it does not let one look, or a publish that waits would be forgotten.
 */
export async function openLiveStore(
  dataFolder: string,
  onState: (state: LiveState) => void,
  disk: Disk = nodeDisk,
): Promise<LiveStore> {
  const path = join(dataFolder, 'live.json')
  const read = await readJson(path, knownSchema, disk)
  if (isRefusal(read)) throw thrown(read)
  let known = read.kind === 'read' ? afterRestart(read.value) : nothingKnown
  return {
    known: () => known,
    set: async change => {
      known = { ...known, ...change }
      if (change.state !== undefined) onState(change.state)
      await writeJson(dataFolder, path, known, disk)
    },
    tell: state => {
      known = { ...known, state }
      onState(state)
    },
  }
}

/** A publish that was going on when Signpost was closed is not going on any more. */
function afterRestart(known: Known): Known {
  if (known.state.kind !== 'building') return known
  const state: LiveState = {
    kind: 'failed',
    sentence: 'Signpost was closed while it was publishing.',
    nextStep:
      known.pending === null ? 'Look at the plan and publish again.' : 'Publish again: Signpost goes on where it was.',
    stillLive: stillLive(known),
  }
  return { ...known, state }
}

/** Some of it may be where families read, or all of it. */
export function isOnItsWay(pending: Known['pending']): boolean {
  return pending?.begun ?? false
}

/** What families see while a publish is not there. */
export function stillLive({ seen, pending }: Pick<Known, 'seen' | 'pending'>): string {
  if (isOnItsWay(pending)) return `Some new pages may be there already, or all of them. ${notKnown({ seen })}`
  return seen === null
    ? 'Signpost has not seen a site on the web yet.'
    : `Families still see the site of ${whenOf(seen.at)}.`
}

/** Something was sent, and nobody could read it back. */
export function notKnown({ seen }: Pick<Known, 'seen'>): string {
  return seen === null
    ? 'What families see now is not known: Signpost has not seen a site on the web yet.'
    : `What families see now is not known. Signpost last saw the site of ${whenOf(seen.at)} there.`
}

/** The publish that families have, by all that is known here; null where that is not known. `newest` is the last one made. */
export function seenByFamilies({ state, seen, pending, altered }: Known, newest: string | null): string | null {
  if (state.kind === 'live' && state.publish === newest) return newest
  if (seen === null || altered !== null || state.kind === 'sent' || isOnItsWay(pending)) return null
  return pending !== null || newest === seen.publish ? seen.publish : null
}

/** “Thursday 19 November at 14:02”, in this computer's own time zone. */
export function whenOf(instant: string): string {
  const at = new Date(instant)
  const day = at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
  return `${day} at ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}
