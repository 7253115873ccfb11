import { z } from 'zod'
import { levels } from '../checks/policy.ts'
import { instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { aboutSchema, personSchema, reasonSchema } from '../review/records.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** The checks: what they need to know, and what the team decides about what they find. */

/** “Not a problem here”, for a reader: what was said of which words, by whom, and until when. */
export const dismissedSchema = z.object({
  /** The record that says it. */
  id: z.string(),
  rule: z.string(),
  message: z.string(),
  words: z.string(),
  reason: z.string(),
  by: personSchema,
  at: instantSchema,
  until: isoDateSchema.nullable(),
})
export type Dismissed = z.infer<typeof dismissedSchema>

/** What the team decided about the problems of a page (see checks/judge.ts, Terms). */
export const termsSchema = z.object({
  levels: z.array(z.tuple([z.string(), z.enum(levels)])),
  dismissStops: z.boolean(),
  dismissals: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      about: z.object({ field: z.string(), words: z.string(), within: z.string() }),
      reason: z.string(),
      by: personSchema,
      at: instantSchema,
      until: isoDateSchema.nullable(),
    }),
  ),
})
export type TermsView = z.infer<typeof termsSchema>

export const checkViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Why it matters to a reader. */
  why: z.string(),
  /** WCAG 2.2 success criteria; `source` where the rule comes from elsewhere. */
  wcag: z.array(z.string()),
  source: z.string(),
  /** What it does where nobody decided otherwise. */
  usual: z.enum(levels),
  /** What the team decided; null where it did not. */
  level: z.enum(levels).nullable(),
  /** Whether `help` has more to say of it. */
  hasHelp: z.boolean(),
})
export type CheckView = z.infer<typeof checkViewSchema>

export const checkPolicySchema = z.object({
  groups: z.array(z.object({ id: z.string(), title: z.string(), checks: z.array(checkViewSchema) })),
  dismissStops: z.boolean(),
  /** What the settings say of checks that nobody here understands, one sentence each. */
  trouble: z.array(z.string()),
})
export type CheckPolicy = z.infer<typeof checkPolicySchema>

export const checksContract = {
  /** What a check is about; null for one that this Signpost does not know. */
  help: base.input(z.object({ rule: z.string() })).output(
    z
      .object({
        why: z.string(),
        wcag: z.array(z.string()),
        source: z.string().nullable(),
        notThis: z.array(z.string()),
        this: z.array(z.string()),
      })
      .nullable(),
  ),
  /** Every check, and what it does in this workspace. */
  policy: base.output(checkPolicySchema),
  /** Has a check do something else for the whole team; null is what it comes with. */
  setLevel: base
    .input(z.object({ id: z.string().max(100), level: z.enum(levels).nullable() }))
    .output(orRefusal(okSchema)),
  setDismissStops: base.input(z.object({ on: z.boolean() })).output(orRefusal(okSchema)),
  /** What the checks in the window need to know of the rest of the workspace (see checks/rule.ts, CheckFacts). */
  facts: base.output(
    z.object({
      titles: z.array(z.tuple([z.string(), z.string()])),
      media: z.array(z.tuple([z.string(), z.number()])),
      moving: z.array(z.string()),
      today: z.string(),
      words: z.array(z.string()),
      shortForms: z.array(z.object({ name: z.string(), means: z.string() })),
    }),
  ),
  terms: base.input(z.object({ id: pageIdSchema })).output(termsSchema),
  /** Lets a problem of the kept page be, for a reason and until a day; it comes back when its words change. */
  notAProblem: base
    .input(
      z.object({
        id: pageIdSchema,
        rule: z.string().max(100),
        about: aboutSchema.extend({ words: z.string(), within: z.string() }),
        reason: reasonSchema,
        until: isoDateSchema.nullable(),
      }),
    )
    .output(orRefusal(okSchema)),
  /** Takes back what `record` let be. */
  problemAgain: base.input(z.object({ id: pageIdSchema, record: z.string().max(100) })).output(orRefusal(okSchema)),
}
