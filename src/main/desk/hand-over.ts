import type { PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { notInTeam } from './change-many.ts'
import { whatOf } from './change-many-words.ts'
import { sayOfMany } from './say.ts'
import type { Session } from './session.ts'

/**
 * The work on these pages is a colleague's from here on, in one version that is undone as one. It is said beside the pages:
 * to write another owner into them would change their bytes, and ask for every review anew.
 */
export async function give(session: Session, ids: readonly PageId[], to: string): Promise<{ kind: 'ok' } | Refusal> {
  const colleague = inTeam(session, to)
  if (colleague === undefined) return notInTeam()
  const said = await sayOfMany(
    session,
    ids,
    ({ entry }) => ({ kind: 'give', to, from: entry.fields.owner }),
    (who, pages) => `${who} gave ${whatOf(pages)} to ${colleague.name}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

export const inTeam = ({ workspace }: Session, email: string) =>
  workspace.config().team.find(person => person.email === email)
