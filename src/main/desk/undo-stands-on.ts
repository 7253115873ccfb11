import type { Refusal } from '../../shared/outcome.ts'
import type { StoryEntry } from '../git/index.ts'
import type { Session } from './session.ts'
import type { Present, Reversal } from './undo-reversal.ts'
import * as words from './undo-words.ts'
import { touchedLast } from './undone.ts'

/**
 * Why what an act made cannot be taken away: something was made since that nobody could see or change without it, as what was
 * said in an evaluation, the answer that families read to a comment, and the evaluations by a list. Null for nothing.
 */
export async function whatStandsOn(
  session: Session,
  { files }: Present,
  { changes }: Pick<Reversal, 'changes'>,
  later: readonly StoryEntry[],
): Promise<Refusal | null> {
  const stays = (path: string) => files.has(path) && changes.get(path) !== null
  for (const [path, change] of changes) {
    if (change !== null) continue
    const [, evaluation] = /^evaluations\/([^/]+)\/\1\.yml$/.exec(path) ?? []
    const said = [...files.keys()].find(each => each.startsWith(`evaluations/${evaluation}/`) && stays(each))
    if (evaluation !== undefined && said !== undefined) return words.saidInItSince(touchedLast(said, later))
    const [, comment] = /^feedback\/([^/]+)\.yml$/.exec(path) ?? []
    if (comment !== undefined && stays(`answers/${comment}.yml`)) return words.answeredInPublic()
    const [, list] = /^checklists\/([^/]+)\.yml$/.exec(path) ?? []
    const by = list === undefined ? undefined : await evaluationBy(session, list, stays)
    if (by !== undefined) return words.evaluatedSince(by)
  }
  return null
}

/** The title of an evaluation by a list of the team's own; what is left of a built-in one is the list that it was. */
async function evaluationBy(
  { workspace, knowing }: Session,
  list: string,
  stays: (path: string) => boolean,
): Promise<string | undefined> {
  const isOwn = (await workspace.checklistFiles()).some(({ id, title }) => id === list && title !== '')
  if (!isOwn) return undefined
  const { list: evaluations } = await knowing.evaluations()
  return evaluations.find(({ id, begun }) => begun.checklist === list && stays(`evaluations/${id}/${id}.yml`))?.begun
    .title
}
