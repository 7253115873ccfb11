import type { Entry, PageId } from '../../shared/content/index.ts'
import type { OpenPage } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { entryOf } from '../workspace/index.ts'
import { whatFamiliesSee } from './families-see.ts'
import { noSuchPage, type Session } from './session.ts'

type EntryFields = OpenPage['entry']

/** A page for the editor: its words, or the typing that did not become a version before Signpost was closed. */
export async function openPage(session: Session, id: PageId): Promise<OpenPage | Refusal> {
  const { workspace, knowing } = session
  const known = await knowing.one(id)
  if (known === null) return noSuchPage()
  const { entry, hash, standing, live, due } = known
  const recovered = (await workspace.recovered()).find(each => each.draft.id === id)
  const typed = recovered ? entryOf(recovered.draft) : null
  return {
    kind: 'page-open',
    id,
    entry: typed ? fieldsOf(typed) : fieldsOf(entry),
    path: entry.path,
    section: entry.kind === 'page' ? entry.section : '',
    slug: entry.slug,
    doc: typed ? typed.doc : entry.doc,
    // Typing that was recovered still starts from the words that it started from.
    hash: recovered ? recovered.draft.base : hash,
    state: standing.state,
    families: await whatFamiliesSee(session, { id, path: live?.path ?? null }),
    lastChecked: due.last,
    recovered: recovered ? { at: recovered.draft.at, sentence: recovered.sentence } : null,
    trouble: entry.trouble,
  }
}

export function fieldsOf(entry: Pick<Entry, 'kind' | 'fields'>): EntryFields {
  return entry.kind === 'page'
    ? { kind: 'page', fields: entry.fields as Extract<Entry, { kind: 'page' }>['fields'] }
    : { kind: 'service', fields: entry.fields as Extract<Entry, { kind: 'service' }>['fields'] }
}
