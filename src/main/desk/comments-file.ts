import { ulid } from 'ulid'
import { type PageId, writeRecord } from '../../shared/content/index.ts'
import { type CommentSheet, commentSchema, commentsFromRows } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { csvRows } from '../import/index.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, nowOf, type Session, todayOf } from './session.ts'
import { writeTogether } from './write-together.ts'

/** Comments of a survey or of another system's list, looked at before any of them is brought in. */

export async function readCommentsFile(session: Session, data: string): Promise<CommentSheet | Refusal> {
  const read = csvRows(Buffer.from(data, 'base64'))
  if (isRefusal(read)) return read
  const { workspace } = session
  const titles = new Map<string, PageId>(
    workspace.entries().map(({ fields }) => [fields.title.trim().toLowerCase(), fields.id]),
  )
  const sections = new Map(
    workspace.config().sections.flatMap(({ slug, title }): [string, string][] => [
      [slug, slug],
      [title.toLowerCase(), slug],
    ]),
  )
  return commentsFromRows(read.rows, {
    today: todayOf(session),
    titles,
    sections,
    known: await workspace.comments.list(),
  })
}

/** All of them in one act, all or none, so that one undo takes them away again. */
export async function bringInComments(
  session: Session,
  data: string,
  wanted: readonly number[],
): Promise<{ kind: 'ok'; added: number } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const { workspace } = session
  const sheet = await readCommentsFile(session, data)
  if (isRefusal(sheet)) return sheet
  const chosen = new Set(wanted)
  const at = nowOf(session)
  const comments = sheet.rows.flatMap(({ row, details }) => {
    if (details === null || !chosen.has(row)) return []
    const id = ulid(Date.parse(at) + row)
    return [commentSchema.parse({ id, ...details, said: [{ id, by: me, at, kind: 'logged' }] })]
  })
  if (comments.length === 0) {
    return refuse('nothing-chosen', 'No row of this file was chosen. Nothing was brought in.', 'Choose at least one.')
  }
  const many = comments.length === 1 ? 'one comment' : `${comments.length} comments`
  const kept = await writeTogether(session, async () => ({
    changes: new Map(comments.map(each => [workspace.comments.pathOf(each.id), { text: writeRecord(each) }])),
    sentence: `${firstName(me.name)} brought in ${many} of families`,
  }))
  return isRefusal(kept) ? kept : { kind: 'ok', added: comments.length }
}
