import { z } from 'zod'
import { contentHashSchema, instantSchema, pageIdSchema } from '../content/ids.ts'
import { type Refusal, refuse } from '../outcome.ts'
import { personSchema } from './records.ts'

/**
 * What somebody without the program saved from the page that was sent to them for comment (resources/comment-file). It may
 * have come by any road and hold anything: its words are text and nothing else, its sizes are bounded, and who it is from is
 * what it says and no more.
 */

/** As many characters as an answer with the most and longest comments could have; a book is none. */
export const mostAnswer = 2_000_000

/** What a reader could not have typed, and what would make words read other than they are (Unicode TR 36). */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff]/g

const plain = (most: number) =>
  z
    .string()
    .max(most)
    .transform(text => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, ''))

const line = (most: number) => plain(most).transform(text => text.replace(/\s+/g, ' ').trim())

const answeredCommentSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{1,32}$/),
  quote: z.object({ exact: plain(2000), prefix: plain(200), suffix: plain(200) }).nullable(),
  text: plain(10_000),
  wording: plain(2000).nullable().default(null),
})

export const answerSchema = z.object({
  signpost: z.literal('answer'),
  version: z.literal(1),
  /** Names this answer, so that it is not taken in twice. */
  answer: z.string().regex(/^[0-9a-f]{32}$/),
  page: pageIdSchema,
  hash: contentHashSchema,
  title: line(500),
  at: instantSchema,
  name: line(120).pipe(personSchema.shape.name),
  email: line(200).pipe(personSchema.shape.email),
  decision: z.enum(['good', 'needs-changes']).nullable(),
  note: plain(5000).default(''),
  comments: z.array(answeredCommentSchema).max(500),
})
export type AnswerFile = z.infer<typeof answerSchema>

const [begins, ends] = ['-----BEGIN SIGNPOST ANSWER-----', '-----END SIGNPOST ANSWER-----']

/** Each mark is looked for once: a text of ten thousand beginnings is read as quickly as any. */
function markedIn(text: string): string | undefined {
  const from = text.indexOf(begins)
  const to = from < 0 ? -1 : text.indexOf(ends, from)
  return to < 0 ? undefined : text.slice(from + begins.length, to)
}

/** Reads the file that somebody saved, or the text of an email that they pasted their answer into. */
export function readAnswer(text: string): AnswerFile | Refusal {
  if (text.length > mostAnswer) return tooLarge()
  if (/^\s*(?:<!doctype|<html)/i.test(text)) return thePageItself()
  const code = markedIn(text)
  if (code === undefined && text.includes('SIGNPOST ANSWER')) return cutOff()
  const value = parsed(code === undefined ? text : fromBase64(code))
  if (typeof value !== 'object' || value === null || !('signpost' in value)) {
    return code === undefined && !/^\s*\{\s*"signpost"\s*:\s*"answer"/.test(text) ? noAnswer() : cutOff()
  }
  if ('version' in value && typeof value.version === 'number' && value.version > 1) return tooNew()
  const read = answerSchema.safeParse(value)
  return read.success ? read.data : changedByHand(read.error.issues[0]?.path.join('.') ?? '')
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

/** Mail programs break lines and put a mark before each; none of that is a letter of the code. */
function fromBase64(code: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(code.replace(/[^A-Za-z0-9+/=]/g, '')), sign => sign.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const askAgain = 'Ask whoever sent it to save their answer again and to send you that file.'

const noAnswer = () =>
  refuse(
    'not-an-answer',
    'This is no answer to a page that was sent for comment. Nothing was taken from it.',
    'Choose the file that came back to you. Its name ends in “-answer.json”.',
  )

const thePageItself = () =>
  refuse(
    'not-the-answer',
    'This is the page that was sent for comment, and not the answer to it. Comments in it are in the answer alone.',
    'Ask whoever sent it to press “Save my answer” in it, and to send you the file that this makes.',
  )

const cutOff = () =>
  refuse(
    'cut-off',
    'A part of this answer is missing, so nothing was taken from it.',
    'Choose the file again, or paste all of the text with its last lines. If that does not help, ask for it again.',
  )

const tooLarge = () => refuse('too-large', 'This is larger than any answer is, so it was not read.', askAgain)

const tooNew = () =>
  refuse(
    'too-new',
    'This answer was made by a newer Signpost than this one, so nothing was taken from it.',
    'Bring Signpost up to date, then bring the answer in again.',
  )

const changedByHand = (detail: string) =>
  refuse('changed-by-hand', 'This answer is not as Signpost wrote it, so nothing was taken from it.', askAgain, detail)
