import { z } from 'zod'
import { checklistSchema, coverageSchema } from '../checklist/schema.ts'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { siteConfigSchema } from '../content/site-config.ts'
import { pageStates, personSchema, quoteSchema } from '../review/records.ts'
import { dismissedSchema } from './checks.ts'
import { base, docSchema, okSchema, orRefusal } from './common.ts'

/** Review, the checklists, and what the team shares. */

export const commentSchema = z.object({
  id: z.string(),
  by: personSchema,
  at: instantSchema,
  quote: quoteSchema.nullable(),
  text: z.string(),
  settled: z.boolean(),
  answers: z.array(z.object({ by: personSchema, at: instantSchema, text: z.string() })),
})
export type Comment = z.infer<typeof commentSchema>

export const waitingSchema = z.object({
  id: pageIdSchema,
  title: z.string(),
  section: z.string(),
  askedBy: z.string(),
  askedAt: instantSchema,
  comments: z.number(),
  /** Null when this person may decide; otherwise the sentence why not (they changed it last). */
  mayNotDecide: z.string().nullable(),
  urgent: z.boolean(),
})

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
      }),
    ),
  ),
  ask: base.input(z.object({ id: pageIdSchema, note: z.string().default('') })).output(orRefusal(okSchema)),
  comment: base
    .input(
      z.object({ id: pageIdSchema, hash: contentHashSchema, quote: quoteSchema.nullable(), text: z.string().min(1) }),
    )
    .output(orRefusal(commentSchema)),
  answer: base
    .input(z.object({ id: pageIdSchema, to: z.string(), text: z.string().min(1) }))
    .output(orRefusal(okSchema)),
  settle: base.input(z.object({ id: pageIdSchema, to: z.string() })).output(orRefusal(okSchema)),
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
  urgent: base.input(z.object({ id: pageIdSchema, reason: z.string().min(1) })).output(orRefusal(okSchema)),
  comments: base.input(z.object({ id: pageIdSchema })).output(z.array(commentSchema)),
}

/** The checklist's own schemas, under the names that the window knows them by. */
export {
  type Checklist as ChecklistView,
  type Coverage,
  checklistSchema,
  coverageSchema,
  type Requirement as RequirementView,
} from '../checklist/schema.ts'

export const checklistContract = {
  list: base.output(z.array(checklistSchema)),
  coverage: base.input(z.object({ checklist: z.string() })).output(orRefusal(coverageSchema)),
}

export const settingsContract = {
  config: base.output(siteConfigSchema),
  setConfig: base.input(siteConfigSchema).output(orRefusal(okSchema)),
  /** A word of the team’s own, or with `means` a short form of its own, from now on known to the spelling of every page. */
  addWord: base.input(z.object({ word: z.string(), means: z.string().nullable() })).output(orRefusal(okSchema)),
  removeWord: base.input(z.object({ word: z.string() })).output(orRefusal(okSchema)),
  /** Connects this workspace to its shared copy; the token goes to the system's keychain and nowhere else. */
  connect: base.input(z.object({ address: z.string(), token: z.string() })).output(orRefusal(okSchema)),
  connection: base.output(
    z.object({ address: z.string().nullable(), secretKept: z.enum(['keychain', 'this-session', 'none']) }),
  ),
}
