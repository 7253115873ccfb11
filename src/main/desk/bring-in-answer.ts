import type { z } from 'zod'
import { type PageId, workspacePathSchema } from '../../shared/content/index.ts'
import type { answerReadSchema } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import {
  type AnswerFile,
  inForce,
  mayNotDecide,
  type ReviewRecord,
  readAnswer,
  reviewRecordSchema,
  samePerson,
} from '../../shared/review/index.ts'
import { firstName, named } from './page-history.ts'
import type { Known } from './parts.ts'
import { nextRecordId } from './record-id.ts'
import { keepOutsideEdits } from './review-page.ts'
import { changed, meIn, meOrRefusal, nowOf, type Session } from './session.ts'

export type AnswerRead = z.infer<typeof answerReadSchema>

/** What an answer says, and what would become of it here. Changes nothing. */
export async function lookAtAnswer(session: Session, text: string): Promise<AnswerRead | Refusal> {
  const answer = readAnswer(text)
  if (isRefusal(answer)) return answer
  const known = await session.knowing.one(answer.page)
  if (known === null) return otherPage(answer)
  const fresh = freshIn(answer, known.records)
  const same = known.hash === answer.hash
  return {
    kind: 'answer-read',
    page: answer.page,
    title: known.entry.fields.title,
    from: { name: answer.name, email: answer.email },
    at: answer.at,
    sameWords: same,
    comments: answer.comments.length,
    newComments: fresh.comments.length,
    decision: answer.decision,
    note: answer.note,
    isNew: fresh.any,
    whyNoDecision: answer.decision === null ? null : whyNoDecision(session, answer, known),
  }
}

/**
 * Takes what is new in an answer into the page's reviews, as one act. `vouched`: whoever brings it in says that the decision
 * is really that person's and makes it their own; otherwise, and where it cannot count, it is kept as what somebody said.
 */
export async function bringInAnswer(
  session: Session,
  text: string,
  vouched: boolean,
): Promise<{ kind: 'brought-in'; page: PageId; comments: number; decided: boolean } | Refusal> {
  const answer = readAnswer(text)
  if (isRefusal(answer)) return answer
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const kept = session.workspace.byId(answer.page) === null ? null : await keepOutsideEdits(session, answer.page)
  if (kept !== null) return kept
  const known = await session.knowing.one(answer.page)
  if (known === null) return otherPage(answer)
  const fresh = freshIn(answer, known.records)
  if (!fresh.any) return takenAlready()
  const decides = fresh.rest && answer.decision !== null && vouched && whyNoDecision(session, answer, known) === null
  const at = nowOf(session)
  const saidBy = (part: string) => ({ name: answer.name, email: answer.email, file: answer.answer, part })
  const records: ReviewRecord[] = []
  const add = (fields: Readonly<Record<string, unknown>>) => {
    const id = nextRecordId(at, [...known.records, ...records])
    records.push(reviewRecordSchema.parse({ id, page: answer.page, by: me, at, hash: answer.hash, ...fields }))
  }
  for (const { id, quote, text: said, wording } of fresh.comments)
    add({
      kind: 'comment',
      quote,
      text: said,
      wording: quote?.exact.includes('\n') ? null : wording,
      saidBy: saidBy(id),
    })
  if (decides) add({ kind: 'decision', decision: answer.decision, note: answer.note, saidBy: saidBy(rest) })
  else if (fresh.rest) add({ kind: 'comment', quote: null, text: inWords(answer), saidBy: saidBy(rest) })
  for (const record of records) {
    const added = await session.workspace.addReview(record)
    if (isRefusal(added)) return added
  }
  const paths = records.map(({ id }) => workspacePathSchema.parse(`reviews/${answer.page}/${id}.yml`))
  const page = named(known.entry)
  const sentence = `${firstName(me.name)} brought in an answer about ${page}, said to be from ${answer.name}`
  const version = await session.history.commitPaths(paths, { by: me, at, sentence })
  if (isRefusal(version)) return version
  changed(session, [answer.page])
  session.sharing.soon()
  return { kind: 'brought-in', page: answer.page, comments: fresh.comments.length, decided: decides }
}

/** The part of an answer that is no comment on words: the decision and whatever else was written. */
const rest = 'rest'

/** What of an answer is not here yet. What was taken back can come in once more. */
function freshIn(answer: AnswerFile, records: readonly ReviewRecord[]) {
  const known = new Set(
    inForce(records).flatMap(record =>
      'saidBy' in record && record.saidBy?.file === answer.answer ? [record.saidBy.part] : [],
    ),
  )
  const twice = new Set<string>()
  const comments = answer.comments.filter(({ id, text, wording }) => {
    const isNew = !known.has(id) && !twice.has(id) && (text.trim() !== '' || wording !== null)
    twice.add(id)
    return isNew
  })
  const restIsNew = !known.has(rest) && (answer.decision !== null || answer.note.trim() !== '')
  return { comments, rest: restIsNew, any: comments.length > 0 || restIsNew }
}

/** A file proves nothing, so the decision in it counts only through somebody who may decide, on exactly these words. */
function whyNoDecision(session: Session, answer: AnswerFile, known: Known): string | null {
  const author = known.changed?.by ?? null
  if (answer.hash !== known.hash) return 'The page has other words now than the ones that were sent.'
  if (author !== null && samePerson(answer, author)) return `${answer.name} wrote these words.`
  const no = mayNotDecide(meIn(session), author)
  return no === null ? null : `${no} A colleague can bring this answer in, or decide here.`
}

function inWords({ decision, note }: AnswerFile): string {
  const said = decision === null ? [] : [decision === 'good' ? 'Says: good to publish.' : 'Says: needs changes first.']
  return [...said, ...(note.trim() === '' ? [] : [note.trim()])].join('\n')
}

const otherPage = ({ title }: AnswerFile): Refusal =>
  refuse(
    'other-page',
    `This answer is about “${title}”, and there is no such page in this workspace. Nothing was taken from it.`,
    'If the page was deleted, put it back from Recently deleted first. If it is another team’s page, send the file on to them.',
  )

const takenAlready = (): Refusal =>
  refuse(
    'taken-already',
    'Everything in this answer is here already, so nothing was taken twice.',
    'Open the page in Review to read it.',
  )
