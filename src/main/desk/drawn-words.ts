import type { z } from 'zod'
import type { Problem } from '../../shared/checks/index.ts'
import type { PageId } from '../../shared/content/index.ts'
import type { drawnWordsSchema } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { noSuchPage, type Session } from './session.ts'

type DrawnWords = z.infer<typeof drawnWordsSchema>

/** A page's words with what the checks say of them, so that nobody is told twice of what a browser shows too. */
export async function drawnWords({ workspace, checking }: Session, id: PageId): Promise<DrawnWords | Refusal> {
  const entry = workspace.byId(id)
  if (entry === null) return noSuchPage()
  const { problems, dismissed } = checking.judge(entry, await checking.facts(), await workspace.reviews(id))
  const known = [...problems, ...dismissed.map(({ problem }) => problem)].flatMap(knownAs)
  return { kind: 'words', doc: entry.doc, known }
}

function knownAs({ rule, field, place }: Problem): DrawnWords['known'] {
  if (field === 'title') return [{ rule, place: 'title' }]
  const { path, start, end } = place
  if (field !== 'body' || path.length === 0) return []
  return [{ rule, place: { path, ...(start !== undefined && { start }), ...(end !== undefined && { end }) } }]
}
