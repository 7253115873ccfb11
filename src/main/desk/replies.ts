import { join } from 'node:path'
import { z } from 'zod'
import { contentHashSchema, instantSchema, repairDoc } from '../../shared/content/index.ts'
import { type Answer, answerKinds, type Choice, type Reply, replySchema } from '../../shared/contract/index.ts'
import { choiceSchema, type Choice as MergeChoice } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type JsonFolder, jsonFolder, workspaceDataFolder } from '../settings/index.ts'
import type { Session } from './session.ts'

/** What somebody means to answer, kept beside the questions on this laptop: it outlives a kill, and is nobody else's yet. */

const keptReplySchema = replySchema.extend({
  id: choiceSchema.shape.id,
  /** The page with the answer in it, noted before it is written: after a kill in between, it is not put in twice. */
  applied: contentHashSchema.nullable().default(null),
})
export type KeptReply = z.infer<typeof keptReplySchema>

/** A question that was answered, with what has to be undone so that it can be asked again. */
const keptAnswerSchema = z.object({
  id: choiceSchema.shape.id,
  choice: choiceSchema,
  reply: replySchema.extend({ answer: z.enum(answerKinds) }),
  at: instantSchema,
  /** The versions that the answer made, oldest first; none where it changed nothing. */
  versions: z.array(z.string()),
})
export type KeptAnswer = z.infer<typeof keptAnswerSchema>

export function repliesOf(session: Session): JsonFolder<KeptReply> {
  return folderIn(session, 'replies', keptReplySchema)
}

export function answersOf(session: Session): JsonFolder<KeptAnswer> {
  return folderIn(session, 'answers', keptAnswerSchema)
}

function folderIn<T extends { id: string }>({ world, workspace }: Session, name: string, schema: z.ZodType<T>) {
  return jsonFolder(join(workspaceDataFolder(world.data, workspace.root), name), schema, item => item.id, world)
}

/** The questions that wait, each with what was replied so far; first what an undo asks, which somebody began just now. */
export async function openChoices(session: Session): Promise<Choice[]> {
  const replies = new Map((await repliesOf(session).list()).map(reply => [reply.id, reply]))
  const choices = (await session.choices.list()).map(choice => {
    const { answer = null, written = null } = replies.get(choice.id) ?? {}
    return { ...choice, reply: { answer, written } }
  })
  const places = new Map(choices.map(choice => [choice.id, placeOf(session, choice)]))
  return choices.sort(
    (a, b) =>
      Number(b.undoing !== undefined) - Number(a.undoing !== undefined) ||
      a.path.localeCompare(b.path) ||
      (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0),
  )
}

/** Where in its page a question stands: the whole page first, then its details, then its words as they are read. */
function placeOf({ workspace }: Session, { page, field, theirs, above }: MergeChoice): number {
  if (field === 'file') return -100
  if (field !== 'body') return -100 + Math.max(1, detailsInOrder.indexOf(field.split('.')[0] ?? '') + 2)
  const blocks = page === null ? [] : (workspace.byId(page)?.doc.content ?? []).map(block => JSON.stringify(block))
  const [first] = [...theirs.doc.content, ...above.content]
  return first === undefined ? 0 : blocks.indexOf(JSON.stringify(first))
}

const detailsInOrder = ['title', 'summary', 'owner', 'review']

/** Keeps a reply on disk before this answers. */
export async function keepReply(session: Session, id: string, reply: Reply): Promise<{ kind: 'ok' } | Refusal> {
  const parsed = choiceSchema.shape.id.safeParse(id)
  if (!parsed.success) return answeredAlready()
  const written = reply.written === null ? null : repairDoc(reply.written)
  const kept = await repliesOf(session).put({ id: parsed.data, answer: reply.answer, written, applied: null })
  return isRefusal(kept) ? kept : { kind: 'ok' }
}

/** A reply as an answer; null while there is none, or none of the words that it speaks of. */
export function answerOf({ answer, written }: Reply): Answer | null {
  if (answer === null) return null
  if (answer !== 'written') return { kind: answer }
  return written === null ? null : { kind: 'written', doc: written }
}

/** Nobody takes away what was not on their screen when they answered. */
export const lookAgain = ({ title }: MergeChoice): Refusal =>
  refuse(
    'changed-since-asked',
    `“${title}” was changed since you were asked, so nothing was done yet.`,
    'Look at it once more: it stands here as it is now.',
  )

export const answeredAlready = (): Refusal =>
  refuse('no-such-choice', 'This was answered already.', 'Look at the page: it shows what was chosen.')

/** The number of questions stands at the side of every window. */
export async function tellChoices({ world, sharing }: Session): Promise<void> {
  world.emit({ kind: 'changed', ids: null })
  await sharing.choicesChanged()
}
