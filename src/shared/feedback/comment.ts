import { z } from 'zod'
import { instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { personSchema, reasonSchema } from '../review/records.ts'

/**
 * `feedback/<ulid>.yml`: one comment of a family, and what the team did about it. What somebody decided is only ever added
 * to `said`, with who and when, so that two people's are both kept and no question is asked; the standing of a comment
 * follows from it (see standing.ts). These files never leave the team: what families see stands in `answers/`.
 */

export const channels = ['email', 'telephone', 'event', 'survey', 'social', 'letter', 'other'] as const
export type Channel = (typeof channels)[number]

/** Whom the regulation asks to be heard (SEND Regulations 2014, reg 56(1)), and everybody else. */
export const senders = ['parent-carer', 'young-person', 'professional', 'unknown'] as const
export type Sender = (typeof senders)[number]

/** SEND Regulations 2014, reg 56(4): the law excuses these two from being published, and no other. */
export const exclusions = ['vexatious', 'one-person'] as const
export type Exclusion = (typeof exclusions)[number]

/** Children and Families Act 2014, section 30, in force since then: no comment is older, so that an earlier day is a slip. */
export const firstDay = '2014-09-01'

const id = z.string().regex(/^[0-9A-Z]{26}$/)
export const commentIdSchema = id.brand<'CommentId'>()
export type CommentId = z.infer<typeof commentIdSchema>

export const longestWords = 10_000
const words = z.string().trim().max(longestWords)

export const actionSchema = z.object({
  id,
  what: z.string().trim().min(1).max(500),
  /** By email; empty while nobody has it. */
  owner: z.string().max(200),
  due: isoDateSchema.nullable(),
  done: isoDateSchema.nullable(),
})
export type Action = z.infer<typeof actionSchema>

const common = { id, by: personSchema, at: instantSchema }

export const saidSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('logged') }),
  /** The team's answer; an empty one takes the answer back. */
  z.object({ ...common, kind: z.literal('answer'), text: words }),
  z.object({ ...common, kind: z.literal('left-out'), because: z.enum(exclusions), why: reasonSchema }),
  z.object({ ...common, kind: z.literal('taken-in') }),
  /** Whose work it is; `from` is the `owner` that the comment named then, and another one written since counts more. */
  z.object({ ...common, kind: z.literal('given'), to: z.string().max(320), from: z.string().max(320) }),
  /** Nobody needs to answer before this day is over. */
  z.object({ ...common, kind: z.literal('put-off'), until: isoDateSchema, reason: reasonSchema }),
  /** What was put off is to be answered again; `record` is the id of the putting off. */
  z.object({ ...common, kind: z.literal('taken-up'), record: id }),
])
export type Said = z.infer<typeof saidSchema>

const details = {
  received: isoDateSchema,
  channel: z.enum(channels),
  from: z.enum(senders),
  words: words.min(1),
  /** The words are the team's summary, and not the family's own. */
  summary: z.boolean(),
  theme: z.string().trim().max(100),
  /** Pages and services that it is about. */
  pages: z.array(pageIdSchema).max(50),
  sections: z.array(z.string().max(100)).max(20),
  /** Who answers, by email; empty while nobody does. */
  owner: z.string().max(200),
  /** The number that a survey or an inbox gave it, by which a second one of the same is known. */
  reference: z.string().trim().max(100),
}

/** What can be said of a comment when it is logged. */
export const detailsSchema = z.object({
  ...details,
  from: details.from.default('unknown'),
  summary: details.summary.default(false),
  theme: details.theme.default(''),
  pages: details.pages.default([]),
  sections: details.sections.default([]),
  owner: details.owner.default(''),
  reference: details.reference.default(''),
})
export type Details = z.infer<typeof detailsSchema>

/** What is corrected later: only what is named. */
export const correctionSchema = z.object(details).partial()
export type Correction = z.infer<typeof correctionSchema>

export const commentSchema = detailsSchema.extend({
  id: commentIdSchema,
  actions: z.array(actionSchema).max(50).default([]),
  said: z.array(saidSchema).max(1000).default([]),
})
export type FamilyComment = z.infer<typeof commentSchema>

/** Merged lists come in the order of either side; what counts is when something was said. */
export function inOrder(said: readonly Said[]): Said[] {
  return said.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}
