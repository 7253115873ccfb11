import { z } from 'zod'
import { isoDateSchema } from '../content/ids.ts'
import { reportKinds } from './model.ts'

/**
 * `reports/<kind>-<first day>.yml`, or for an evaluation `reports/evaluation-<snapshot>.yml`: which report it is, and the
 * team's own paragraphs. No figure is kept: they are counted anew whenever somebody looks, and the paragraphs stay.
 */
export const savedReportSchema = z.object({
  id: z.string().regex(/^(?:monitoring|response)-\d{4}-\d{2}-\d{2}$|^evaluation-[0-9A-Z]{26}$/),
  kind: z.enum(reportKinds),
  since: isoDateSchema,
  /** Null for “until the day on which somebody looks”. */
  until: isoDateSchema.nullable().default(null),
  /** By the ids of the sections. */
  paragraphs: z.record(z.string().regex(/^[a-z-]{1,40}$/), z.string().max(20_000)).default({}),
})
export type SavedReport = z.infer<typeof savedReportSchema>
