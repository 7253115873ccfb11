import { z } from 'zod'
import { isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { base } from './common.ts'

/** The week: one list of lines of one shape. Each kind of line is found by one file of the main process. */

/** Where a line leads; `id` names the page, the checklist, or whatever the place shows. */
export const weekGoalSchema = z.object({
  place: z.enum(['page', 'review', 'checklist', 'choose', 'live', 'site', 'family']),
  id: z.string().nullable(),
})
export type WeekGoal = z.infer<typeof weekGoalSchema>

/** What can be done about a line where it stands. */
export const weekActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('still-accurate') }),
  z.object({ act: z.literal('ask-review') }),
  z.object({ act: z.literal('go'), label: z.string(), to: weekGoalSchema }),
])
export type WeekAct = z.infer<typeof weekActSchema>

export const weekLineSchema = z.object({
  /** The same line has the same key tomorrow and on another computer. */
  key: z.string(),
  kind: z.string(),
  page: pageIdSchema.nullable(),
  title: z.string(),
  section: z.string(),
  /** The email of who looks after it; empty when nobody does. */
  owner: z.string(),
  /** Whether it is this person's to do: theirs, or nobody's yet, so that nothing is forgotten. */
  mine: z.boolean(),
  chip: z.object({ words: z.string(), tone: z.enum(['plain', 'accent', 'good', 'warn', 'stop']) }),
  /** By when, and in how many days from today: negative when late. */
  due: z.object({ on: isoDateSchema, days: z.number() }).nullable(),
  sentence: z.string(),
  to: weekGoalSchema,
  /** Never empty: nothing stands on the first screen that its reader cannot act on. */
  acts: z.array(weekActSchema).min(1),
})
export type WeekLine = z.infer<typeof weekLineSchema>

export const weekKindSchema = z.object({
  id: z.string(),
  /** As a filter says it: “Late to be checked”. */
  label: z.string(),
  /** The heading that its lines stand under; lines of several kinds may share one. */
  heading: z.string(),
  /** Whether a line of it is one more thing that needs somebody this week. */
  counts: z.boolean(),
})
export type WeekKindInfo = z.infer<typeof weekKindSchema>

export const weekContract = {
  get: base.output(
    z.object({
      today: isoDateSchema,
      /** In the order of the screen. */
      kinds: z.array(weekKindSchema),
      /** In the order of the kinds; within one, what is most pressing first. */
      lines: z.array(weekLineSchema),
    }),
  ),
}
