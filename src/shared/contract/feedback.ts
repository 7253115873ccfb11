import { z } from 'zod'
import { instantSchema } from '../content/ids.ts'
import {
  actionSchema,
  answerSchema,
  commentIdSchema,
  commentSchema,
  commentStates,
  correctionSchema,
  detailsSchema,
  exclusions,
  longestWords,
  recognisedKinds,
} from '../feedback/index.ts'
import { reasonSchema } from '../review/records.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** What families said, what the team answers, and which of it families read. */

const saidBy = { by: z.string(), at: instantSchema }

export const commentViewSchema = z.object({
  comment: commentSchema,
  state: z.enum(commentStates),
  answer: z.object({ ...saidBy, text: z.string() }).nullable(),
  leftOut: z.object({ ...saidBy, because: z.enum(exclusions), why: z.string() }).nullable(),
  /** What families read, or will with the next publish. */
  published: answerSchema.nullable(),
  /** Whether the live site has exactly those words. */
  onSite: z.boolean(),
  /** The answer was written anew after families were given these words. */
  answeredSince: z.boolean(),
  /** Titles of the pages and services that it is about, by their ids; those that are gone are left out. */
  titles: z.record(z.string(), z.string()),
})
export type CommentView = z.infer<typeof commentViewSchema>

export const recognisedSchema = z.object({
  kind: z.enum(recognisedKinds),
  words: z.string(),
  start: z.number(),
  end: z.number(),
})

const sheetRowSchema = z.object({
  row: z.number(),
  details: detailsSchema.nullable(),
  trouble: z.array(z.string()),
  same: z
    .object({
      how: z.enum(['same-reference', 'same-words', 'nearly']),
      received: z.string(),
      row: z.number().nullable(),
    })
    .nullable(),
})
export type SheetRow = z.infer<typeof sheetRowSchema>

const one = z.object({ id: commentIdSchema })

export const feedbackContract = {
  /** Newest first. */
  list: base.output(z.array(commentViewSchema)),
  /** What in a text may tell who somebody is. */
  recognise: base.input(z.object({ text: z.string().max(20_000) })).output(z.array(recognisedSchema)),
  /** The same of each of these comments, in their order. */
  recogniseAll: base
    .input(z.object({ texts: z.array(z.string().max(longestWords)).max(500) }))
    .output(z.array(z.array(recognisedSchema))),
  add: base
    .input(detailsSchema)
    .output(orRefusal(z.object({ kind: z.literal('ok'), id: commentIdSchema, same: z.string().nullable() }))),
  change: base.input(one.extend({ details: correctionSchema })).output(orRefusal(okSchema)),
  answer: base.input(one.extend({ text: z.string().trim().max(5000) })).output(orRefusal(okSchema)),
  leaveOut: base.input(one.extend({ because: z.enum(exclusions), why: reasonSchema })).output(orRefusal(okSchema)),
  takeIn: base.input(one).output(orRefusal(okSchema)),
  /** Sets one action, or with no words takes it away. */
  setAction: base
    .input(one.extend({ action: actionSchema.partial({ id: true }).extend({ what: z.string().trim().max(500) }) }))
    .output(orRefusal(okSchema)),
  /** Exactly these words, from the next publish on. */
  publish: base
    .input(one.extend({ said: answerSchema.shape.said, did: answerSchema.shape.did }))
    .output(orRefusal(okSchema)),
  unpublish: base.input(one).output(orRefusal(okSchema)),
  remove: base.input(one).output(orRefusal(okSchema)),
  /** Looks at a CSV file (`data` is base64) and writes nothing. */
  readFile: base
    .input(z.object({ data: z.string().max(20_000_000) }))
    .output(
      orRefusal(z.object({ kind: z.literal('sheet'), rows: z.array(sheetRowSchema), unused: z.array(z.string()) })),
    ),
  /** Logs the comments of these rows of the same file. */
  bringIn: base
    .input(z.object({ data: z.string().max(20_000_000), rows: z.array(z.number()).max(5000) }))
    .output(orRefusal(z.object({ kind: z.literal('ok'), added: z.number() }))),
}
