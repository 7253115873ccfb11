import { z } from 'zod'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'

/**
 * `reviews/<page id>/<ulid>.yml`: one small file per thing somebody said about a page. They are only ever added, so two
 * people's never collide, and the state of a page follows from them and from the page's bytes, never from a flag.
 */

export const personSchema = z.object({ name: z.string().min(1).max(120), email: z.string().min(3).max(200) })
export type Person = z.infer<typeof personSchema>

/** People are known by their email address, whatever the case it is written in. */
export function samePerson(a: Person, b: Person): boolean {
  return a.email.trim().toLowerCase() === b.email.trim().toLowerCase()
}

/** The chosen words, with a little of what stands on either side, so that a comment finds them again after an edit. */
export const quoteSchema = z.object({
  exact: z.string().max(2000),
  prefix: z.string().max(200).default(''),
  suffix: z.string().max(200).default(''),
})
export type Quote = z.infer<typeof quoteSchema>

/** The words that a problem is about (see checks/about.ts). */
export const aboutSchema = z.object({
  field: z.string().min(1).max(100),
  words: z.string().max(100_000),
  within: z.string().max(100_000),
})

/** Why somebody lets something be that a check or a review would not: always said, and never a book. */
export const reasonSchema = z.string().trim().min(1).max(2000)

/**
 * Who something is said to be from, where it came in with a file (comment-file.ts): a file proves nothing, so `by` is always
 * the colleague who brought it in. `file` and `part` name it, so that nothing comes in twice.
 */
export const saidBySchema = z.object({ ...personSchema.shape, file: z.string().max(64), part: z.string().max(64) })
export type SaidBy = z.infer<typeof saidBySchema>

const common = {
  id: z.string(),
  page: pageIdSchema,
  by: personSchema,
  at: instantSchema,
}

export const reviewRecordSchema = z.discriminatedUnion('kind', [
  /** “Ready for review”: these exact words wait for somebody's decision. */
  z.object({ ...common, kind: z.literal('request'), hash: contentHashSchema, note: z.string().default('') }),
  z.object({
    ...common,
    kind: z.literal('comment'),
    hash: contentHashSchema,
    quote: quoteSchema.nullable(),
    text: z.string().max(10_000),
    /** Other words for the quoted ones, that whoever writes the page can take. */
    wording: z.string().max(2000).nullable().default(null),
    saidBy: saidBySchema.nullable().default(null),
  }),
  z.object({ ...common, kind: z.literal('answer'), to: z.string(), text: z.string().max(10_000) }),
  z.object({
    ...common,
    kind: z.literal('settle'),
    to: z.string(),
    /** Whether the wording that the comment suggests was taken. */
    taken: z.boolean().default(false),
  }),
  /** Bound to the exact content and to a person who did not change it last. */
  z.object({
    ...common,
    kind: z.literal('decision'),
    hash: contentHashSchema,
    decision: z.enum(['good', 'needs-changes']),
    note: z.string().default(''),
    saidBy: saidBySchema.nullable().default(null),
  }),
  /** “Still accurate”: somebody read it and nothing had to change. */
  z.object({ ...common, kind: z.literal('accurate'), hash: contentHashSchema }),
  /** Published without review, with the reason; waits on the list until somebody decides. */
  z.object({ ...common, kind: z.literal('urgent'), hash: contentHashSchema, reason: z.string().min(1) }),
  /** “Not a problem here”: what a check finds in these words is let be, by somebody, for a reason, until a day. */
  z.object({
    ...common,
    kind: z.literal('not-a-problem'),
    rule: z.string().min(1).max(100),
    /** What the check said, as the person read it. */
    message: z.string().max(2000),
    about: aboutSchema,
    reason: reasonSchema,
    until: isoDateSchema.nullable().default(null),
  }),
  /** Leave to publish exactly these words although checks stop them: these problems, and no other. */
  z.object({
    ...common,
    kind: z.literal('although'),
    hash: contentHashSchema,
    problems: z
      .array(z.object({ rule: z.string().min(1).max(100), message: z.string().max(2000), about: aboutSchema }))
      .min(1)
      .max(1000),
    reason: reasonSchema,
  }),
  /** The page's work is somebody else's from here on. `from` is whom the page named then: it counts while it still does. */
  z.object({ ...common, kind: z.literal('give'), to: z.string().min(3).max(320), from: z.string().max(320) }),
  /** A line of the week can wait until the end of a day. */
  z.object({
    ...common,
    kind: z.literal('put-off'),
    what: z.string().min(1).max(100),
    until: isoDateSchema,
    reason: reasonSchema,
  }),
  /** The day of the next check, said beside the page; `instead` is the day that the page itself had then. */
  z.object({ ...common, kind: z.literal('review-date'), due: isoDateSchema, instead: isoDateSchema.nullable() }),
  /** Taken off the site on purpose, and kept off it whatever is edited, until somebody brings it back (decision 24). */
  z.object({ ...common, kind: z.literal('withdraw'), hash: contentHashSchema, reason: z.string().default('') }),
  /** Ends the withdrawals that it names, and no other: one that comes in later from a colleague still counts. */
  z.object({ ...common, kind: z.literal('bring-back'), ends: z.array(z.string().max(64)).min(1).max(100) }),
  /** The record of this name counts no more; it can itself be the taking back of another, which then counts again. */
  z.object({ ...common, kind: z.literal('take-back'), record: z.string() }),
])
export type ReviewRecord = z.infer<typeof reviewRecordSchema>

export const pageStates = [
  'draft',
  'ready-for-review',
  'changes-asked',
  'approved',
  'changed-since-approval',
  'live',
  'withdrawn',
] as const
export type PageState = (typeof pageStates)[number]
