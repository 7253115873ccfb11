import type { Instant, PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import type { FileChanges } from '../git/index.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

export interface Together {
  changes: FileChanges
  sentence: string
  /** When the version says that it was made; now, where nothing is given. */
  at?: Instant
  /** The pages that are other now; any may be, where nothing is given. */
  pages?: PageId[]
}

/** How often the workspace may change under an act before it is given up. */
const attempts = 5

/**
 * Records of several kinds in one version: all of them or, after a refusal of the disk or a kill, none. `make` says from what
 * stands at this moment what is to be written, and is asked anew where something came in between; so nothing that a
 * colleague wrote or deleted meanwhile is written over or comes back. Without `looksFirst`, which is for records alone and
 * costs the same in a large workspace, it begins with what is known, and looks at the folder where that was too old.
 */
export async function writeTogether<T extends Together>(
  session: Session,
  make: (me: Person) => Promise<T | Refusal>,
  { looksFirst = true }: { looksFirst?: boolean } = {},
): Promise<T | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const { history, workspace, knowing } = session
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const head = await history.head()
    if (looksFirst || attempt > 1) {
      await workspace.refresh()
      knowing.forget()
    }
    const made = await make(me)
    if (isRefusal(made)) return made
    const { changes, sentence, at, pages = null } = made
    const applied = await history.apply(head, changes, { by: me, sentence, ...(at && { at }) })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'applied') {
      if (looksFirst) await workspace.refresh()
      changed(session, pages)
      session.sharing.soon()
      return made
    }
    // What another program wrote becomes a version of its own first.
    const kept = applied.path === null ? null : await keepOutsideChanges(session)
    if (kept !== null) return kept
  }
  return refuse(
    'still-changing',
    'What your colleagues write is coming in at this moment, so nothing was changed.',
    'Try again in a moment.',
  )
}
