import { z } from 'zod'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { mostAnswer } from '../review/answer-file.ts'
import { pageStates, personSchema, quoteSchema, reasonSchema, saidBySchema } from '../review/records.ts'
import { dismissedSchema } from './checks.ts'
import { base, docSchema, okSchema, orRefusal } from './common.ts'

/** Reading what a colleague wrote: what waits, comments, decisions, and taking a page off the site. */

export const commentSchema = z.object({
  id: z.string(),
  by: personSchema,
  at: instantSchema,
  hash: contentHashSchema,
  quote: quoteSchema.nullable(),
  text: z.string(),
  wording: z.string().nullable(),
  saidBy: saidBySchema.nullable(),
  settled: z.boolean(),
  taken: z.boolean(),
  answers: z.array(z.object({ by: personSchema, at: instantSchema, text: z.string() })),
})
export type Comment = z.infer<typeof commentSchema>

export const waitingSchema = z.object({
  id: pageIdSchema,
  title: z.string(),
  section: z.string(),
  askedBy: z.string(),
  /** Whether the person at this computer asked. */
  askedByMe: z.boolean(),
  askedAt: instantSchema,
  comments: z.number(),
  /** Null when this person may decide; otherwise the sentence why not (they changed it last). */
  mayNotDecide: z.string().nullable(),
  urgent: z.boolean(),
})

export const withdrawnSchema = z.object({
  by: z.string(),
  at: instantSchema,
  reason: z.string(),
  /** Whether families see it all the same, because nothing was published since. */
  stillLive: z.boolean(),
})

/** What an answer to a page that was sent for comment says, and what would become of it. */
export const answerReadSchema = z.object({
  kind: z.literal('answer-read'),
  page: pageIdSchema,
  title: z.string(),
  /** As the file says it: a file proves nothing. */
  from: personSchema,
  at: instantSchema,
  /** Whether the page has the words still that were sent. */
  sameWords: z.boolean(),
  comments: z.number(),
  newComments: z.number(),
  decision: z.enum(['good', 'needs-changes']).nullable(),
  note: z.string(),
  /** Whether anything in it is not here yet. */
  isNew: z.boolean(),
  /** Null where its decision can count, by whoever brings it in; otherwise the sentence why not. */
  whyNoDecision: z.string().nullable(),
})

const answerText = z.string().max(mostAnswer)

export const reviewContract = {
  waiting: base.output(z.array(waitingSchema)),
  /** Everything the review screen needs: the words now, and families' words to mark the changes against. */
  open: base.input(z.object({ id: pageIdSchema })).output(
    orRefusal(
      z.object({
        kind: z.literal('review'),
        id: pageIdSchema,
        title: z.string(),
        summary: z.string(),
        hash: contentHashSchema,
        state: z.enum(pageStates),
        doc: docSchema,
        live: z.object({ title: z.string(), summary: z.string(), doc: docSchema }).nullable(),
        askedBy: z.string().nullable(),
        comments: z.array(commentSchema),
        mayNotDecide: z.string().nullable(),
        problems: z.object({ errors: z.number(), warnings: z.number(), notices: z.number() }),
        /** What would be a problem, had nobody let it be. */
        dismissed: z.array(dismissedSchema),
        withdrawn: withdrawnSchema.nullable(),
      }),
    ),
  ),
  ask: base.input(z.object({ id: pageIdSchema, note: z.string().default('') })).output(orRefusal(okSchema)),
  /** The page waits for no reader any more. */
  takeBack: base.input(z.object({ id: pageIdSchema })).output(orRefusal(okSchema)),
  comment: base
    .input(
      z.object({
        id: pageIdSchema,
        hash: contentHashSchema,
        quote: quoteSchema.nullable(),
        text: z.string().max(10_000),
        wording: z.string().max(2000).nullable().default(null),
      }),
    )
    .output(orRefusal(commentSchema)),
  answer: base
    .input(z.object({ id: pageIdSchema, to: z.string(), text: z.string().min(1) }))
    .output(orRefusal(okSchema)),
  settle: base
    .input(z.object({ id: pageIdSchema, to: z.string(), taken: z.boolean().default(false) }))
    .output(orRefusal(okSchema)),
  /** A comment that was settled is open again. */
  reopen: base.input(z.object({ id: pageIdSchema, to: z.string() })).output(orRefusal(okSchema)),
  /** Puts a suggested wording into the page and settles its comment, as one act that is undone as one. */
  takeWording: base.input(z.object({ id: pageIdSchema, comment: z.string() })).output(orRefusal(okSchema)),
  decide: base
    .input(
      z.object({
        id: pageIdSchema,
        hash: contentHashSchema,
        decision: z.enum(['good', 'needs-changes']),
        note: z.string().default(''),
      }),
    )
    .output(orRefusal(okSchema)),
  stillAccurate: base
    .input(z.object({ id: pageIdSchema }))
    .output(orRefusal(z.object({ kind: z.literal('ok'), due: isoDateSchema.nullable() }))),
  /** Lets the next publish take this version without a review; the reason and the task stay until somebody decides. */
  urgent: base.input(z.object({ id: pageIdSchema, reason: reasonSchema })).output(orRefusal(okSchema)),
  /** Keeps the page off the site from the next publish on, whatever is edited, until somebody brings it back. */
  withdraw: base.input(z.object({ id: pageIdSchema, reason: reasonSchema })).output(orRefusal(okSchema)),
  /** The page may be on the site again, once its words are approved. */
  bringBack: base.input(z.object({ id: pageIdSchema })).output(orRefusal(okSchema)),
  /** Who took the page off the site, and why; null while it is not withdrawn. */
  withdrawn: base.input(z.object({ id: pageIdSchema })).output(withdrawnSchema.nullable()),
  /** One file with the page in it, for somebody without Signpost to read and answer. */
  fileForComment: base
    .input(z.object({ id: pageIdSchema, note: z.string().max(2000) }))
    .output(orRefusal(z.object({ kind: z.literal('file'), name: z.string(), html: z.string(), answer: z.string() }))),
  /** Reads an answer that came back; changes nothing. */
  lookAtAnswer: base.input(z.object({ text: answerText })).output(orRefusal(answerReadSchema)),
  /** Takes in what is new of it. `vouched`: its decision is to count, by whoever brings it in. */
  bringIn: base
    .input(z.object({ text: answerText, vouched: z.boolean() }))
    .output(
      orRefusal(
        z.object({ kind: z.literal('brought-in'), page: pageIdSchema, comments: z.number(), decided: z.boolean() }),
      ),
    ),
  comments: base.input(z.object({ id: pageIdSchema })).output(z.array(commentSchema)),
}
