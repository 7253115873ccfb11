import { tellingWords, wordsInCommon } from '../../shared/checklist/index.ts'
import { readingText } from '../../shared/content/index.ts'
import type { Lookalike } from '../../shared/contract/index.ts'
import { requirementsOf } from './evaluations.ts'
import type { Session } from './session.ts'

/** As many as somebody looks through before they judge. */
const most = 5
/** One word in common says nothing yet. */
const fewestWords = 2

/**
 * Pages that look as if they answer a requirement and are not tagged with it or with one that asks the same, as the full-text
 * search ranks them, with their own words that say so.
 */
export async function lookalikes(
  { workspace, knowing }: Session,
  checklist: string,
  requirement: string,
): Promise<Lookalike[]> {
  const asked = (await knowing.checklists())
    .filter(({ id }) => id === checklist)
    .flatMap(requirementsOf)
    .find(({ id }) => id === requirement)
  if (asked === undefined) return []
  const same = new Set([asked.id, ...asked.same])
  const found: Lookalike[] = []
  for (const { id } of await workspace.search(tellingWords(asked).join(' '))) {
    const entry = workspace.byId(id)
    if (entry === null || entry.fields.checklist.some(tag => same.has(tag.requirement))) continue
    const { title, summary } = entry.fields
    const words = wordsInCommon(asked, `${title} ${summary} ${readingText(entry.doc)}`)
    if (words.length >= fewestWords) found.push({ id, title, words })
    if (found.length === most) break
  }
  return found
}
