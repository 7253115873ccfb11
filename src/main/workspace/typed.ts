import { join } from 'node:path'
import { type Typed, typedSchema } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type JsonFolderDeps, jsonFolder, oneAtATime, workspaceDataFolder } from '../settings/index.ts'

/** Words on their way into fields that are no page, on this computer and never in the workspace; like drafts of pages. */
export interface TypedWords {
  all(): Promise<Typed[]>
  /** On disk, flushed, before this answers. */
  keep(typed: Typed): Promise<{ kind: 'ok' } | Refusal>
  forget(name: string): Promise<void>
}

/** `workspace` is null for what is typed before one is open: the forms of the start. */
export function openTypedWords(workspace: string | null, deps: JsonFolderDeps): TypedWords {
  const folder = jsonFolder(
    join(workspace === null ? deps.data : workspaceDataFolder(deps.data, workspace), 'typed'),
    typedSchema,
    typed => typed.name,
    deps,
  )
  // One after the other, so that an earlier state of a field never lands after a later one.
  const inTurn = oneAtATime()
  return {
    all: () => inTurn(() => folder.list()),
    keep: typed =>
      inTurn(async () => {
        const kept = await folder.put(typed)
        return isRefusal(kept) ? kept : { kind: 'ok' }
      }),
    forget: name => inTurn(() => folder.remove(name)),
  }
}
