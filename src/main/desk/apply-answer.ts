import { type ContentHash, type Entry, parseEntry, repairDoc } from '../../shared/content/index.ts'
import type { Answer } from '../../shared/contract/index.ts'
import { answerChoice, type Choice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { hashOf } from '../workspace/index.ts'
import { type AppliedAnswer, applyWholeFile } from './apply-whole-file.ts'
import { firstName, named } from './page-history.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

interface Applying {
  /** The page with this answer in it, as it was when an answer was cut short; null for one that begins now. */
  begun: ContentHash | null
  /** Notes the page with the answer in it before it is written. */
  note(applied: ContentHash): Promise<Refusal | null>
}

/** Puts one answer into its page. The result is a version like any other, and needs review again. */
export async function applyAnswer(
  session: Session,
  choice: Choice,
  answer: Answer,
  { begun, note }: Applying,
): Promise<AppliedAnswer> {
  const { workspace, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  if (choice.file !== undefined) return applyWholeFile(session, choice, choice.file, answer)
  // A colleague's words that came in while somebody was choosing are part of the answer, and are never written over.
  await workspace.refresh()
  const result = answeredText(session, choice, answer)
  if (isRefusal(result)) return result
  const { entry, text, answered } = result
  const isThere = begun !== null && hashOf(text) === begun
  if (!isThere) {
    const noted = await note(hashOf(answered))
    if (noted !== null) return noted
    const written = await history.exclusively(() => workspace.replace(entry.path, answered, hashOf(text)))
    if (isRefusal(written)) return written
  }
  const version = await history.commitPaths([entry.path], {
    by: me,
    sentence: `${firstName(me.name)} chose between two versions of the same words in ${named(entry)}`,
  })
  if (isRefusal(version)) return version
  changed(session, [entry.fields.id])
  return { kind: 'applied', versions: version === null ? [] : [version] }
}

/** The page as it is, and as it would be with an answer in it. */
export function answeredText({ workspace }: Pick<Session, 'workspace'>, choice: Choice, answer: Answer) {
  const entry = choice.page === null ? null : workspace.byId(choice.page)
  const text = choice.page === null ? null : workspace.text(choice.page)
  if (entry === null || text === null) return pageIsGone()
  const result = textWith(choice, answer, entry, text)
  return isRefusal(result) ? result : { ...result, entry, text }
}

/** A page's text with an answer in it. Refuses words of somebody's own that do not fit where they would stand. */
export function textWith(choice: Choice, answer: Answer, entry: Entry, text: string) {
  const given = answer.kind === 'written' ? { ...answer, doc: repairDoc(answer.doc) } : answer
  const answered = answerChoice(choice, given, text)
  const [field = ''] = choice.field.split('.')
  const next = parseEntry(entry.path, answered).entry
  const trouble = next.trouble.find(each => each.field.split('.')[0] === field)
  const former = entry.trouble.some(each => each.sentence === trouble?.sentence)
  if (answer.kind === 'written' && trouble !== undefined && !former) return doesNotFit(trouble.sentence)
  if (field === 'title' && next.fields.title.trim() === '')
    return doesNotFit('A page needs a title: families find it by that.')
  return { kind: 'answered' as const, answered, next }
}

const pageIsGone = (): Refusal =>
  refuse(
    'no-such-page',
    'A colleague deleted this page meanwhile. Both versions of the words are still kept here.',
    'Put the page back from “Recently deleted” first, then choose.',
  )

const doesNotFit = (sentence: string): Refusal =>
  refuse('does-not-fit', sentence, 'Write it another way, or keep one of the two versions.')
