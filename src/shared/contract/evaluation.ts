import { z } from 'zod'
import {
  fieldsOfItem,
  judgementSchema,
  recordIdSchema,
  saidOfGapSchema,
  saidSchema,
  snapshotSchema,
} from '../checklist/evaluation/index.ts'
import { matrixSchema } from '../checklist/matrix.ts'
import { coverageSchema, gapStatuses } from '../checklist/schema.ts'
import { instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { personSchema, reasonSchema } from '../review/records.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** Evaluations of the site against a checklist, and the gaps that the last one found. */

const who = { by: personSchema, at: instantSchema }

const countsSchema = z.object({ yes: z.number(), limited: z.number(), no: z.number(), notJudged: z.number() })

export const evaluationRowSchema = z.object({
  id: recordIdSchema,
  title: z.string(),
  checklist: z.string(),
  checklistTitle: z.string(),
  begun: z.object(who),
  people: z.array(personSchema),
  /** What was judged so far, or when it was first finished. */
  counts: countsSchema,
  /** Requirements of which colleagues said different things without seeing one another's words. */
  differing: z.number(),
  /** Judgements that came after it was finished, from colleagues who were away: the next evaluation starts from them. */
  late: z.number(),
  finished: z.array(z.object({ snapshot: recordIdSchema, ...who })),
})
export type EvaluationRow = z.infer<typeof evaluationRowSchema>

const textsSchema = z.object({ comment: z.string(), evidence: z.string(), owner: z.string(), action: z.string() })

export const evaluationItemSchema = z.object({
  requirement: z.string(),
  judgement: judgementSchema.nullable(),
  ...textsSchema.shape,
  judgedBy: z.array(z.object({ ...who, judgement: judgementSchema })),
  differs: z.array(
    z.object({ field: z.enum(fieldsOfItem), words: z.array(z.object({ by: personSchema, value: z.string() })) }),
  ),
  /** Goes back with what is said next: what it replaces is what was seen. */
  seen: z.array(recordIdSchema),
  /** What the evaluation that this one started from says. */
  last: z.object({ judgement: judgementSchema.nullable(), ...textsSchema.shape }).nullable(),
})
export type EvaluationItem = z.infer<typeof evaluationItemSchema>

const openEvaluationSchema = z.object({
  kind: z.literal('evaluation'),
  row: evaluationRowSchema,
  from: z.object({ snapshot: recordIdSchema, title: z.string(), at: instantSchema }).nullable(),
  items: z.array(evaluationItemSchema),
  coverage: coverageSchema,
})
export type OpenEvaluation = z.infer<typeof openEvaluationSchema>

export const lookalikeSchema = z.object({ id: pageIdSchema, title: z.string(), words: z.array(z.string()) })
export type Lookalike = z.infer<typeof lookalikeSchema>

const finishedSchema = z.object({
  kind: z.literal('finished'),
  id: recordIdSchema,
  evaluation: recordIdSchema,
  ...who,
  snapshot: snapshotSchema,
})

const changes = ['better', 'worse', 'same', 'judged-since', 'not-judged-since', 'new', 'gone'] as const

const comparedSchema = z.object({
  kind: z.literal('compared'),
  before: z.object({ id: recordIdSchema, title: z.string(), ...who }),
  after: z.object({ id: recordIdSchema, title: z.string(), ...who }),
  list: z.enum(['same', 'other-version', 'other-list']),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  requirements: z.array(
    z.object({
      id: z.string(),
      section: z.string(),
      text: z.string(),
      before: judgementSchema.nullable(),
      after: judgementSchema.nullable(),
      change: z.enum(changes),
      reworded: z.boolean(),
      former: z.array(z.string()),
    }),
  ),
})
export type ComparedEvaluations = z.infer<typeof comparedSchema>

export const gapSchema = z.object({
  id: z.string(),
  label: z.string(),
  status: z.enum(gapStatuses),
  why: z.string(),
  owner: z.string(),
  action: z.string(),
  closed: z.object({ ...who, reason: z.string() }).nullable(),
  putOff: z.object({ record: recordIdSchema, by: personSchema, until: isoDateSchema, reason: z.string() }).nullable(),
  pages: z.array(pageIdSchema),
  requirements: z.array(z.string()),
  seen: z.array(recordIdSchema),
})
export type GapView = z.infer<typeof gapSchema>

const matrixViewSchema = z.object({
  kind: z.literal('matrix'),
  /** What pages, the site and evidence show. */
  now: matrixSchema,
  /** What the finished evaluations judged, the oldest first. */
  before: z.array(z.object({ snapshot: recordIdSchema, title: z.string(), at: instantSchema, matrix: matrixSchema })),
})
export type MatrixView = z.infer<typeof matrixViewSchema>

const seen = z.array(recordIdSchema).max(1000)
const requirement = z.string().min(1).max(100)

export const evaluationContract = {
  /** The newest first. */
  list: base.output(z.array(evaluationRowSchema)),
  begin: base
    .input(z.object({ checklist: z.string().max(100), title: z.string().max(1000) }))
    .output(orRefusal(z.object({ kind: z.literal('begun'), id: recordIdSchema }))),
  open: base.input(z.object({ id: recordIdSchema })).output(orRefusal(openEvaluationSchema)),
  judge: base.input(z.object({ id: recordIdSchema, requirement, seen, said: saidSchema })).output(orRefusal(okSchema)),
  /** Pages that look as if they answer a requirement and are not tagged with it. */
  lookalikes: base.input(z.object({ checklist: z.string().max(100), requirement })).output(z.array(lookalikeSchema)),
  finish: base
    .input(z.object({ id: recordIdSchema }))
    .output(orRefusal(z.object({ kind: z.literal('snapshot'), id: recordIdSchema }))),
  finished: base.input(z.object({ snapshot: recordIdSchema })).output(orRefusal(finishedSchema)),
  /** Any two that are finished; the one that was finished first is `before`. */
  compare: base.input(z.object({ one: recordIdSchema, other: recordIdSchema })).output(orRefusal(comparedSchema)),
  matrix: base.input(z.object({ checklist: z.string().max(100) })).output(orRefusal(matrixViewSchema)),
  gaps: base.input(z.object({ checklist: z.string().max(100) })).output(orRefusal(z.array(gapSchema))),
  sayOfGap: base
    .input(z.object({ checklist: z.string().max(100), gap: z.string().max(100), seen, said: saidOfGapSchema }))
    .output(orRefusal(okSchema)),
  addEvidence: base
    .input(z.object({ checklist: z.string().max(100), requirement, what: reasonSchema, on: isoDateSchema }))
    .output(orRefusal(okSchema)),
}
