import { repairDoc } from '../../shared/content/index.ts'
import type { Answer } from '../../shared/contract/index.ts'
import { answerChoice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { hashOf } from '../workspace/index.ts'
import { firstName, named } from './page-history.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

/** Answers one question of the choice screen. The result is a version like any other, and needs review again. */
export async function choose(session: Session, id: string, answer: Answer): Promise<{ kind: 'ok' } | Refusal> {
  const { workspace, choices, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const choice = (await choices.list()).find(each => each.id === id)
  if (!choice)
    return refuse('no-such-choice', 'This was answered already.', 'Look at the page: it shows what was chosen.')
  // A colleague's words that came in while somebody was choosing are part of the answer, and are never written over.
  await workspace.refresh()
  const entry = workspace.byId(choice.page)
  const text = workspace.text(choice.page)
  if (entry === null || text === null) {
    return refuse(
      'no-such-page',
      'A colleague deleted this page meanwhile. Both versions of the words are still kept here.',
      'Put the page back from “Recently deleted” first, then choose.',
    )
  }
  const given = answer.kind === 'written' ? { ...answer, doc: repairDoc(answer.doc) } : answer
  const answered = answerChoice(choice, given, text)
  const written = await history.exclusively(() => workspace.replace(entry.path, answered, hashOf(text)))
  if (isRefusal(written)) return written
  const made = await history.commitPaths([entry.path], {
    by: me,
    sentence: `${firstName(me.name)} chose between two versions of the same words in ${named(entry)}`,
  })
  if (isRefusal(made)) return made
  await choices.remove(id)
  changed(session, [choice.page])
  session.sharing.soon()
  if (made === null) session.world.emit({ kind: 'sync', state: session.sharing.state() })
  await session.sharing.now()
  return { kind: 'ok' }
}
