import type { PageRow } from '../../shared/contract/index.ts'
import type { Session } from './session.ts'

/** Every page and service, in the order of their addresses. */
export async function listPages(session: Session): Promise<PageRow[]> {
  const { knowing, checking, workspace } = session
  const [known, drafts] = await Promise.all([knowing.all(), workspace.drafts.list()])
  const unsaved = new Set<string>(drafts.map(draft => draft.id))
  countInBackground(session).catch(console.error)
  return [...known.values()].map(({ entry, standing, due, owner, changed: last }) => ({
    id: entry.fields.id,
    kind: entry.kind,
    path: entry.path,
    section: entry.kind === 'page' ? entry.section : '',
    title: entry.fields.title,
    summary: entry.fields.summary,
    owner,
    state: standing.state,
    reviewDue: due.due,
    problems: checking.counts(entry.fields.id),
    changed: last && { at: last.at, by: last.by.name },
    unsaved: unsaved.has(entry.fields.id),
  }))
}

/** The list does not wait for the checks; it is told when they have been by. */
async function countInBackground(session: Session): Promise<void> {
  if (await session.checking.countAll()) session.world.emit({ kind: 'changed', ids: null })
}
