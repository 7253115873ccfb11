import { join } from 'node:path'
import { z } from 'zod'
import {
  contentHashSchema,
  type Instant,
  instantSchema,
  type PageId,
  pageIdSchema,
} from '../../shared/content/index.ts'
import { docSchema, entryFieldsSchema } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { orDiskTrouble } from '../files/index.ts'
import { type JsonFolderDeps, jsonFolder, oneAtATime, workspaceDataFolder } from '../settings/index.ts'
import { sayTime, sayWhen } from './clock.ts'

/** Typing that is not a version yet: `base` is the hash of the saved page it started from. */
export const draftSchema = z.object({
  id: pageIdSchema,
  base: contentHashSchema,
  doc: docSchema,
  entry: entryFieldsSchema,
  at: instantSchema,
})
export type Draft = z.infer<typeof draftSchema>

/** Drafts live on this computer and never in the workspace: what somebody is in the middle of is nobody else's yet. */
export interface Drafts {
  /** On disk, flushed, before this answers. */
  keep(draft: Draft): Promise<{ kind: 'kept'; at: Instant } | Refusal>
  read(id: PageId): Promise<Draft | null>
  list(): Promise<Draft[]>
  /** With `upTo`, keeps a draft that came later: it says something newer than what was saved meanwhile. */
  discard(id: PageId, upTo?: Instant): Promise<void>
}

export function openDrafts(workspace: string, deps: JsonFolderDeps): Drafts {
  const folder = jsonFolder(
    join(workspaceDataFolder(deps.data, workspace), 'drafts'),
    draftSchema,
    draft => draft.id,
    deps,
  )
  // One after the other, so that an earlier draft never lands after a later one.
  const inTurn = oneAtATime()
  return {
    keep: draft =>
      inTurn(async () => {
        const kept = await folder.put(draft)
        return kept.kind === 'refused' ? kept : { kind: 'kept', at: draft.at }
      }),
    read: id => inTurn(() => folder.read(id)),
    list: () => folder.list(),
    discard: (id, upTo) =>
      inTurn(async () => {
        const kept = upTo === undefined ? null : await orDiskTrouble(() => folder.read(id))
        // What cannot be read may be newer. Kept, it is shown again, which is the safe way round.
        if (isRefusal(kept)) return
        const isNewer = upTo !== undefined && (kept?.at ?? '') > upTo
        if (!isNewer) await folder.remove(id)
      }),
  }
}

/** What a person is told about typing that outlived the program: on the day itself the time alone says enough. */
export function recoveredSentence(title: string, at: Instant, now: Date): string {
  const when = new Date(at)
  const said = when.toDateString() === now.toDateString() ? `at ${sayTime(when)}` : `on ${sayWhen(when)}`
  return `Signpost recovered what you typed in “${title || 'a page without a title'}” ${said}.`
}
