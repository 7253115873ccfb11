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

export type DraftMark = number

/** Drafts live on this computer and never in the workspace: what somebody is in the middle of is nobody else's yet. */
export interface Drafts {
  /** On disk, flushed, before this answers. */
  keep(draft: Draft): Promise<{ kind: 'kept'; at: Instant } | Refusal>
  read(id: PageId): Promise<Draft | null>
  list(): Promise<Draft[]>
  /** This moment in the order of the drafts, which no clock that is put right can turn round. */
  mark(): DraftMark
  /** Lets go what was kept up to then. A draft that came later stays: it says something newer than what was saved. */
  discard(id: PageId, upTo: DraftMark): Promise<void>
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
  let mark: DraftMark = 0
  /** When the draft came that is on the disk. Only this program writes here, so nobody else's can have come since. */
  const cameAt = new Map<PageId, DraftMark>()
  return {
    keep(draft) {
      mark += 1
      const came = mark
      return inTurn(async () => {
        const kept = await folder.put(draft)
        if (isRefusal(kept)) return kept
        cameAt.set(draft.id, came)
        return { kind: 'kept', at: draft.at }
      })
    },
    read: id => inTurn(() => folder.read(id)),
    // What is on its way to the disk counts, or an older draft would be told for the newest.
    list: () => inTurn(() => folder.list()),
    mark: () => mark,
    discard: (id, upTo) =>
      inTurn(async () => {
        if ((cameAt.get(id) ?? 0) <= upTo) await folder.remove(id)
      }),
  }
}

/** What a person is told about typing that outlived the program: on the day itself the time alone says enough. */
export function recoveredSentence(title: string, at: Instant, now: Date): string {
  const when = new Date(at)
  const said = when.toDateString() === now.toDateString() ? `at ${sayTime(when)}` : `on ${sayWhen(when)}`
  return `Signpost recovered what you typed in “${title || 'a page without a title'}” ${said}.`
}
