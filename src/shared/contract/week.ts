import { z } from 'zod'
import { recordIdSchema } from '../checklist/evaluation/index.ts'
import { instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { commentIdSchema } from '../feedback/index.ts'
import { reasonSchema } from '../review/records.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** The week: one list of lines of one shape. Each kind of line is found by one file of the main process. */

/** Where a line leads; `id` names the page, the checklist, or whatever the place shows. */
export const weekGoalSchema = z.object({
  place: z.enum(['page', 'review', 'checklist', 'choose', 'live', 'site', 'family']),
  id: z.string().nullable(),
  /** One part of it: the gap of a checklist. */
  part: z.string().optional(),
})
export type WeekGoal = z.infer<typeof weekGoalSchema>

/** Whose work can be given to a colleague or put off; `seen` are the records that the line was made of. */
export const weekSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), id: pageIdSchema }),
  z.object({ kind: z.literal('comment'), id: commentIdSchema }),
  z.object({
    kind: z.literal('gap'),
    checklist: z.string().max(100),
    gap: z.string().max(100),
    seen: z.array(recordIdSchema).max(1000),
  }),
])
export type WeekSubject = z.infer<typeof weekSubjectSchema>

/** What can be done about a line where it stands. */
export const weekActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('still-accurate') }),
  z.object({ act: z.literal('ask-review') }),
  z.object({ act: z.literal('give') }),
  /** Everything that somebody who left the team had to do. */
  z.object({ act: z.literal('give-all') }),
  z.object({ act: z.literal('put-off') }),
  z.object({ act: z.literal('take-up') }),
  z.object({ act: z.literal('go'), label: z.string(), to: weekGoalSchema }),
])
export type WeekAct = z.infer<typeof weekActSchema>

export const riskLevels = ['high', 'some', 'none'] as const

export const weekLineSchema = z.object({
  /** The same line has the same key tomorrow and on another computer. */
  key: z.string(),
  kind: z.string(),
  page: pageIdSchema.nullable(),
  /** What can be given or put off; null where there is no such thing. */
  about: weekSubjectSchema.nullable(),
  title: z.string(),
  section: z.string(),
  /** The email of who looks after it; empty when nobody does. */
  owner: z.string(),
  /** Whether it is this person's to do: theirs, or nobody's yet, so that nothing is forgotten. */
  mine: z.boolean(),
  /** What a mistake on the page would cost families, as its words say. */
  risk: z.enum(riskLevels),
  chip: z.object({ words: z.string(), tone: z.enum(['plain', 'accent', 'good', 'warn', 'stop']) }),
  /** By when, and in how many days from today: negative when late. */
  due: z.object({ on: isoDateSchema, days: z.number() }).nullable(),
  sentence: z.string(),
  /** Who lets it wait, until the end of which day, and why. */
  putOff: z.object({ record: z.string(), by: z.string(), until: isoDateSchema, reason: z.string() }).nullable(),
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

const told = z.string().max(320).optional().catch(undefined)

/** What the week is narrowed to; without an owner, to what is mine. Anything that does not fit narrows nothing. */
export const weekFilterSchema = z.object({
  /** `everyone`, `nobody`, or an email. */
  owner: told,
  kind: told,
  risk: z.enum(riskLevels).optional().catch(undefined),
  section: told,
})
export type WeekFilter = z.infer<typeof weekFilterSchema>

/** A view that somebody keeps on this computer. */
export const weekViewSchema = z.object({ name: z.string().min(1).max(60), filter: weekFilterSchema })
export type WeekView = z.infer<typeof weekViewSchema>

/** How much of each was given: pages, families’ comments to answer, those with something promised, and gaps. */
export const workGivenSchema = z.object({
  pages: z.number(),
  comments: z.number(),
  promises: z.number(),
  gaps: z.number(),
})
export type WorkGiven = z.infer<typeof workGivenSchema>

/** The calendar file that is kept fresh in a folder of this computer's. */
export const feedStateSchema = z.object({
  /** Absolute; null where there is to be no such file. */
  folder: z.string().nullable(),
  file: z.string().nullable(),
  /** When the file that is there was written; null where there is none, or it cannot be looked at. */
  writtenAt: instantSchema.nullable(),
  /** Why it is not fresh. */
  trouble: z.object({ sentence: z.string(), nextStep: z.string() }).nullable(),
})
export type FeedState = z.infer<typeof feedStateSchema>

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
  /** The work is a colleague's from here on; no word of a page changes, so no approval lapses. */
  give: base.input(z.object({ about: weekSubjectSchema, to: z.string() })).output(orRefusal(okSchema)),
  /** All that one person has to do, such as somebody who left. */
  giveAll: base
    .input(z.object({ from: z.string(), to: z.string() }))
    .output(orRefusal(okSchema.extend(workGivenSchema.shape))),
  putOff: base
    .input(z.object({ about: weekSubjectSchema, key: z.string(), until: isoDateSchema, reason: reasonSchema }))
    .output(orRefusal(okSchema)),
  takeUp: base.input(z.object({ about: weekSubjectSchema, record: z.string() })).output(orRefusal(okSchema)),
  /** The review dates of the year ahead and what is late, as a file that a calendar takes: one person's or everybody's. */
  calendar: base
    .input(z.object({ mine: z.boolean() }))
    .output(z.object({ name: z.string(), pages: z.number(), text: z.string() })),
  feed: base.output(feedStateSchema),
  /** An empty folder is none. */
  nameFeedFolder: base.input(z.object({ folder: z.string() })).output(orRefusal(feedStateSchema)),
  views: base.output(z.array(weekViewSchema)),
  /** A view of the same name is the new one from here on. */
  keepView: base.input(weekViewSchema).output(orRefusal(okSchema)),
  forgetView: base.input(z.object({ name: z.string() })).output(orRefusal(okSchema)),
  /** Gives each of these pages a day of review between two days, evenly. */
  spread: base
    .input(z.object({ ids: z.array(pageIdSchema).min(1), from: isoDateSchema, to: isoDateSchema }))
    .output(orRefusal(z.object({ kind: z.literal('ok'), pages: z.number() }))),
}
