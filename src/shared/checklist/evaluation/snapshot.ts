import { z } from 'zod'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema } from '../../content/ids.ts'
import { pageStates, personSchema } from '../../review/records.ts'
import { coverageStatuses, gapStatuses, requirementSchema } from '../schema.ts'
import { judgementSchema } from './words.ts'

/** A finished evaluation: all that it was about, so that it says the same whatever becomes of the list and the pages. */

const evidenceSchema = z.object({ what: z.string(), on: isoDateSchema, by: personSchema })

const answeringPageSchema = z.object({
  id: pageIdSchema,
  title: z.string(),
  heading: z.string().nullable(),
  state: z.enum(pageStates),
  /** The words that were judged, and those that families saw. */
  hash: contentHashSchema,
  live: contentHashSchema.nullable(),
  overdue: z.boolean(),
})

/** What a snapshot keeps of a requirement. Nothing can be added here without breaking the seals of former ones. */
const askedSchema = requirementSchema.pick({
  id: true,
  text: true,
  kind: true,
  area: true,
  ageRange: true,
  confidence: true,
  refs: true,
  refsConfidence: true,
  gap: true,
})

const judgedRequirementSchema = z.object({
  ...askedSchema.shape,
  section: z.string(),
  judgement: judgementSchema.nullable(),
  comment: z.string(),
  evidence: z.string(),
  owner: z.string(),
  action: z.string(),
  judgedBy: z.array(z.object({ by: personSchema, at: instantSchema, judgement: judgementSchema })),
  measured: z.object({ status: z.enum(coverageStatuses), why: z.string() }),
  pages: z.array(answeringPageSchema),
  done: z.array(evidenceSchema),
  /** The records that it was put together from; what colleagues who were away said meanwhile is not among them. */
  seen: z.array(z.string()),
})
export type JudgedRequirement = z.infer<typeof judgedRequirementSchema>

export const snapshotSchema = z.object({
  title: z.string(),
  checklist: z.object({ id: z.string(), title: z.string(), version: z.string(), status: z.string() }),
  begun: z.object({ by: personSchema, at: instantSchema }),
  /** Everybody who judged something, in the order of their names. */
  people: z.array(personSchema),
  /** The finished evaluation that this one started from. */
  from: z.string().nullable(),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  requirements: z.array(judgedRequirementSchema).max(2000),
  gaps: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      status: z.enum(gapStatuses),
      why: z.string(),
      owner: z.string(),
      action: z.string(),
      /** The records about it that were there then. */
      seen: z.array(z.string()).optional(),
    }),
  ),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** What a snapshot says, letter by letter and in one order, to be sealed. */
export function textToSeal(snapshot: Snapshot): string {
  return JSON.stringify(inOneOrder(snapshot))
}

function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, inOneOrder(each)]))
}

export interface JudgementCounts {
  yes: number
  limited: number
  no: number
  notJudged: number
}

export function countJudgements(items: readonly { judgement: JudgedRequirement['judgement'] }[]): JudgementCounts {
  const count = (judgement: JudgedRequirement['judgement']) => items.filter(each => each.judgement === judgement).length
  return { yes: count('yes'), limited: count('limited'), no: count('no'), notJudged: count(null) }
}
