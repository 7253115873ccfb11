import type { PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { notInTeam } from './change-many.ts'
import { whatOf } from './change-many-words.ts'
import { sayOfMany } from './say.ts'
import type { Session } from './session.ts'

/**
 * The work on these pages is a colleague's from here on, in one version that is undone as one. It is said beside the pages:
 * to write another owner into them would change their bytes, and ask for every review anew.
 */
export async function give(session: Session, ids: readonly PageId[], to: string): Promise<{ kind: 'ok' } | Refusal> {
  const given = await giveTo(session, ids, to)
  return isRefusal(given) ? given : { kind: 'ok' }
}

/** All that one person looks after: for somebody who left. */
export async function giveAll(
  session: Session,
  from: string,
  to: string,
): Promise<{ kind: 'ok'; pages: number } | Refusal> {
  const theirs = [...(await session.knowing.all()).values()].filter(({ owner }) => owner === from)
  if (theirs.length === 0) {
    return refuse(
      'nothing-to-give',
      'They look after no page any more. Nothing was changed.',
      'Look at the week again.',
    )
  }
  return giveTo(
    session,
    theirs.map(({ entry }) => entry.fields.id),
    to,
  )
}

async function giveTo(
  session: Session,
  ids: readonly PageId[],
  to: string,
): Promise<{ kind: 'ok'; pages: number } | Refusal> {
  const colleague = inTeam(session, to)
  if (colleague === undefined) return notInTeam()
  const said = await sayOfMany(
    session,
    ids,
    ({ entry }) => ({ kind: 'give', to, from: entry.fields.owner }),
    (who, pages) => `${who} gave ${whatOf(pages)} to ${colleague.name}`,
  )
  return isRefusal(said) ? said : { kind: 'ok', pages: said.records.length }
}

export const inTeam = ({ workspace }: Session, email: string) =>
  workspace.config().team.find(person => person.email === email)
