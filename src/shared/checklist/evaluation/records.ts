import { z } from 'zod'
import { contentHashSchema, instantSchema, isoDateSchema } from '../../content/ids.ts'
import { personSchema, reasonSchema } from '../../review/records.ts'
import { snapshotSchema } from './snapshot.ts'
import { judgementSchema } from './words.ts'

/**
 * `evaluations/<evaluation>/<ulid>.yml`, `evaluations/gaps/<ulid>.yml` and `evaluations/evidence/<ulid>.yml`: one small file
 * per thing that somebody said, only ever added. Two people's never collide, however long they were apart (decision 23).
 */

export const recordIdSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not the id of a record')
const listIdSchema = z.string().min(1).max(100)
const requirementIdSchema = z.string().min(1).max(100)

const common = { id: recordIdSchema, by: personSchema, at: instantSchema }
const inEvaluation = { ...common, evaluation: recordIdSchema }

/** What somebody says of a requirement; only what is in it is said, and an empty one takes back what was said. */
export const saidSchema = z.object({
  judgement: judgementSchema.nullable().optional(),
  comment: z.string().max(10_000).optional(),
  evidence: z.string().max(10_000).optional(),
  /** The email of whoever sees to the next action. */
  owner: z.string().max(200).optional(),
  action: z.string().max(2000).optional(),
})
export type Said = z.infer<typeof saidSchema>

/** What somebody says of a gap; an `owner` is an email, and an empty one nobody. `closed` says why nothing is left to do; null opens it again. */
export const saidOfGapSchema = z.object({
  owner: z.string().max(200).optional(),
  action: z.string().max(2000).optional(),
  closed: reasonSchema.nullable().optional(),
  /** It waits until this day is over; null takes it up again. */
  putOff: z.object({ until: isoDateSchema, reason: reasonSchema }).nullable().optional(),
})
export type SaidOfGap = z.infer<typeof saidOfGapSchema>

/** The records that whoever said this had before them: what they said of the same field is replaced by it. */
const after = z.array(recordIdSchema).max(1000).default([])

const begunSchema = z.object({
  ...inEvaluation,
  kind: z.literal('begun'),
  title: z.string().trim().min(1).max(120),
  checklist: listIdSchema,
  version: z.string().max(200),
  /** The finished evaluation that it starts from. */
  from: recordIdSchema.nullable().default(null),
})

const judgedSchema = z.object({
  ...inEvaluation,
  kind: z.literal('judged'),
  requirement: requirementIdSchema,
  after,
  said: saidSchema,
})

const finishedSchema = z.object({
  ...inEvaluation,
  kind: z.literal('finished'),
  snapshot: snapshotSchema,
  /** SHA-256 of what the snapshot says, so that a later edit shows. */
  seal: contentHashSchema,
})

const gapSchema = z.object({
  ...common,
  kind: z.literal('gap'),
  checklist: listIdSchema,
  gap: z.string().min(1).max(100),
  after,
  said: saidOfGapSchema,
})

const evidenceSchema = z.object({
  ...common,
  kind: z.literal('evidence'),
  checklist: listIdSchema,
  requirement: requirementIdSchema,
  /** What was done and where that can be seen. */
  what: reasonSchema,
  /** The day on which it was done. */
  on: isoDateSchema,
})

export const evaluationRecordSchema = z.discriminatedUnion('kind', [
  begunSchema,
  judgedSchema,
  finishedSchema,
  gapSchema,
  evidenceSchema,
])
export type EvaluationRecord = z.infer<typeof evaluationRecordSchema>
export type Begun = z.infer<typeof begunSchema>
export type Judged = z.infer<typeof judgedSchema>
export type Finished = z.infer<typeof finishedSchema>
export type GapRecord = z.infer<typeof gapSchema>
export type Evidence = z.infer<typeof evidenceSchema>

/** The folder under `evaluations/` in which a record belongs. */
export function folderOfRecord(record: EvaluationRecord): string {
  if (record.kind === 'gap') return 'gaps'
  return record.kind === 'evidence' ? 'evidence' : record.evaluation
}
