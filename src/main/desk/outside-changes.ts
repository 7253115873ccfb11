import type { WorkspacePath } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { firstName } from './first-name.ts'
import { meOrRefusal, type Session } from './session.ts'

/**
 * What another program changed in the folder becomes a version of whoever is at this computer, before anything is shared
 * or published: only versions are. Null when all is well.
 */
export async function keepOutsideChanges(session: Session): Promise<Refusal | null> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const made = await session.history.commit(changedOutside(me))
  if (made === null) return null
  session.knowing.forget()
  return isRefusal(made) ? made : null
}

/**
 * The same for these files alone, before any of them is deleted or gives way to former words: what another program wrote
 * there would be nowhere else.
 */
export async function keepOutsideAt(session: Session, paths: readonly WorkspacePath[]): Promise<Refusal | null> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const made = await session.history.commitPaths(paths, changedOutside(me))
  if (made === null) return null
  session.knowing.forget()
  return isRefusal(made) ? made : null
}

/** Whatever was written in Signpost is a version already. */
export function changedOutside(me: Person): { by: Person; sentence: string } {
  return { by: me, sentence: `${firstName(me.name)} changed files outside Signpost` }
}
