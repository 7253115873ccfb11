import { type Block, isSame, parseEntry } from '../../shared/content/index.ts'
import type { Answer } from '../../shared/contract/index.ts'
import type { Choice, MergedTrees } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { samePerson } from '../../shared/review/index.ts'
import { applyAnswer, textWith } from './apply-answer.ts'
import type { AppliedAnswer } from './apply-whole-file.ts'
import { lookAgain, repliesOf } from './replies.ts'
import { meIn, type Session } from './session.ts'
import { type Clashing, undoAct } from './undo-act.ts'
import { questionsOf, textIn } from './undo-questions.ts'
import { undoneIn } from './undone.ts'

type AnsweredChoice = { choice: Choice; answer: Answer }

/**
 * Undoes an act with the answers to everything that it asked: one version, which can be undone like any. Where the words
 * were changed again since somebody answered, nothing is done, and it is asked anew. Where nothing is left to ask, because
 * the later words went or a colleague undid it first, what somebody wrote goes into the page all the same.
 */
export async function applyToUndo(
  session: Session,
  act: string,
  answered: readonly AnsweredChoice[],
): Promise<AppliedAnswer> {
  const answers = new Map(answered.map(({ choice, answer }) => [choice.id, answer]))
  let [asked, anew]: [boolean, Choice[]] = [false, []]
  const undone = await undoAct(session, act, async clashing => {
    asked = true
    const questions = questionsOf(clashing)
    anew = questions.some(({ id }) => !answers.has(id)) ? questions : []
    const [first] = anew
    return first === undefined ? settled(clashing, questions, answers) : lookAgain(first)
  })
  if (anew.length > 0) await askAnew(session, answered, anew)
  const versions = isRefusal(undone) ? await versionsAfter(session, act, undone) : [undone.act]
  if (isRefusal(versions)) return versions
  return asked ? { kind: 'applied', versions } : withOwnWords(session, answered, versions)
}

/** The versions that the answers made, where there was nothing to undo any more. */
async function versionsAfter(session: Session, act: string, refused: Refusal): Promise<string[] | Refusal> {
  // Everything was answered with what stands now.
  if (refused.code === 'nothing-left') return []
  return refused.code === 'undone-already' ? ownUndoing(session, act) : refused
}

/** What was written for questions that nobody asks any more: not there yet, it is put where the question was. */
async function withOwnWords(
  session: Session,
  answered: readonly AnsweredChoice[],
  versions: readonly string[],
): Promise<AppliedAnswer> {
  const made = [...versions]
  for (const { choice, answer } of answered) {
    if (answer.kind !== 'written' || isThere(session, choice, answer.doc.content)) continue
    const applied = await applyAnswer(session, choice, answer, { begun: null, note: async () => null })
    if (isRefusal(applied)) return applied
    made.push(...applied.versions)
  }
  return { kind: 'applied', versions: made }
}

/** Whether these blocks stand in the page one after the other. Details of a page are never put in twice. */
function isThere({ workspace }: Session, { page, field }: Choice, written: readonly Block[]): boolean {
  if (page === null || field !== 'body') return false
  const blocks = workspace.byId(page)?.doc.content ?? []
  return blocks.some((_, at) => written.every((block, offset) => isSame(block, blocks[at + offset])))
}

/** What undoing comes to with these answers in it. */
async function settled(
  { present, reversal }: Clashing,
  questions: readonly Choice[],
  answers: ReadonlyMap<string, Answer>,
): Promise<MergedTrees['changes'] | Refusal> {
  const changes = new Map(reversal.changes)
  for (const question of questions) {
    const text = textIn(changes.get(question.path))
    const { entry } = parseEntry(question.path, text)
    const result = textWith(question, answers.get(question.id) ?? { kind: 'theirs' }, entry, text)
    if (isRefusal(result)) return result
    changes.set(question.path, { text: result.answered })
  }
  for (const path of new Set(questions.map(each => each.path))) {
    const now = present.files.get(path)
    const bytes = now === undefined ? null : await present.read(now)
    if (bytes !== null && new TextDecoder().decode(bytes) === textIn(changes.get(path))) changes.delete(path)
  }
  return changes
}

/** The questions as they are now take the place of the former ones; what somebody wrote for those goes along. */
async function askAnew(session: Session, answered: readonly AnsweredChoice[], anew: readonly Choice[]): Promise<void> {
  const replies = repliesOf(session)
  for (const choice of anew) await session.choices.put(choice)
  for (const { choice: former } of answered) {
    const now = anew.find(({ page, field }) => page === former.page && field === former.field)
    if (anew.some(({ id }) => id === former.id)) continue
    const reply = await replies.read(former.id)
    if (now !== undefined && reply !== null && (await replies.read(now.id)) === null)
      await replies.put({ id: now.id, answer: null, written: reply.written, applied: null })
    await session.choices.remove(former.id)
  }
}

/** After a kill between the version and the end of the questions: the version that this person's answer made already. */
async function ownUndoing(session: Session, act: string): Promise<string[]> {
  const story = await session.history.story()
  const named = await session.history.versionNamed(act)
  const version = undoneIn(story).get(named?.oid ?? act)
  const [made, me] = [story.find(({ oid }) => oid === version), meIn(session)]
  return made !== undefined && me !== null && samePerson(made.by, me) ? [made.oid] : []
}
