import { z } from 'zod'
import { instantSchema, pageIdSchema } from '../content/ids.ts'
import { personSchema } from '../review/records.ts'
import { base, orRefusal } from './common.ts'

/** What was done in the workspace, by whom, and taking any of it back. */

export const actKinds = [
  'page',
  'review',
  'media',
  'families',
  'checklists',
  'reports',
  'settings',
  'publish',
  'several',
] as const
export type ActKind = (typeof actKinds)[number]

export const actSchema = z.object({
  /** Names the version that the act made, or the publish. */
  act: z.string(),
  kind: z.enum(actKinds),
  by: personSchema,
  at: instantSchema,
  sentence: z.string(),
  /** The first few pages, services and files that it was about; `id` is null for what is no page. */
  about: z.array(z.object({ id: pageIdSchema.nullable(), title: z.string() })),
  /** How many more there are. */
  more: z.number(),
  undo: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('can') }),
    /** `by` is the act that undid it: undoing that one does it again. */
    z.object({ kind: z.literal('undone'), by: z.string() }),
    /** An earlier site is put back under Live site. */
    z.object({ kind: z.literal('publish') }),
    z.object({ kind: z.literal('never'), sentence: z.string() }),
  ]),
})
export type Act = z.infer<typeof actSchema>

const undoneSchema = z.object({
  kind: z.literal('undone'),
  /** The act that undoing is. */
  act: z.string(),
  sentence: z.string(),
})

/** Nothing is undone yet: its words clash with later ones, and somebody has to choose (`sync.choices`). */
const asksSchema = z.object({ kind: z.literal('asks'), questions: z.number() })

export const activityContract = {
  /** Newest first, a screenful at a time. `by` is an email address; `after` is the last act of the screenful before. */
  list: base
    .input(z.object({ by: z.string().nullable(), page: pageIdSchema.nullable(), after: z.string().nullable() }))
    .output(
      z.object({
        acts: z.array(actSchema),
        /** Whether there is more after the last of these. */
        more: z.boolean(),
        /** Everybody who ever did something, in the order of their names. */
        people: z.array(personSchema),
      }),
    ),
  /** What the person at this computer did last; null where that is nothing. */
  newest: base.output(z.object({ act: z.string(), sentence: z.string() }).nullable()),
  /** Puts back exactly what one act changed, in a new version; what was done since stays. */
  undo: base.input(z.object({ act: z.string().max(100) })).output(orRefusal(z.union([undoneSchema, asksSchema]))),
}
