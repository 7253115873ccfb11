import { type PageId, replaceAt, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { commentThreads, reviewRecordSchema, takingWording } from '../../shared/review/index.ts'
import { fieldsOf } from './open-page.ts'
import { firstName, named } from './page-history.ts'
import { nextRecordId } from './record-id.ts'
import { saveTyped } from './save-page.ts'
import { changed, meOrRefusal, noSuchPage, nowOf, type Session } from './session.ts'

/** Puts a suggested wording into the page. The edit is of the person who takes it, so somebody else decides on the page. */
export async function takeWording(session: Session, id: PageId, comment: string): Promise<{ kind: 'ok' } | Refusal> {
  const { workspace, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const kept = await saveTyped(session, id)
  if (kept !== null && isRefusal(kept)) return kept
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const { entry, records, hash } = known
  const thread = commentThreads(records).find(each => each.id === comment)
  if (thread === undefined || thread.settled) return settledAlready()
  if (thread.quote === null || thread.wording === null) return wordsGone()
  const edits = takingWording(entry.doc, thread.quote, thread.wording)
  if (edits === null) return wordsGone()
  const doc = edits.reduce((now, { path, nodes }) => replaceAt(now, path, nodes), entry.doc)
  const written = await history.exclusively(() => workspace.writeEntry(id, { ...fieldsOf(entry), doc }, hash))
  if (isRefusal(written)) return written
  const at = nowOf(session)
  const record = { id: nextRecordId(at, records), page: id, by: me, at, kind: 'settle', to: comment, taken: true }
  const settled = await workspace.addReview(reviewRecordSchema.parse(record))
  if (isRefusal(settled)) return settled
  const whose = firstName((thread.saidBy ?? thread.by).name)
  const paths = [written.path, workspacePathSchema.parse(`reviews/${id}/${record.id}.yml`)]
  const version = await history.commitPaths(paths, {
    by: me,
    at,
    sentence: `${firstName(me.name)} took ${whose}’s wording in ${named(entry)}`,
  })
  if (isRefusal(version)) return version
  changed(session, [id])
  session.sharing.soon()
  return { kind: 'ok' }
}

const wordsGone = (): Refusal =>
  refuse(
    'words-gone',
    'The words that this wording was for are not on the page any more as they were. Nothing was changed.',
    'Write the words in by hand where they belong now, or settle the comment.',
  )

const settledAlready = (): Refusal =>
  refuse('settled-already', 'This comment is settled already. Nothing was changed.', 'Look at the page again.')
