import { z } from 'zod'
import { recordIdSchema } from '../checklist/evaluation/index.ts'
import { isoDateSchema } from '../content/ids.ts'
import { type Report, savedReportSchema } from '../report/index.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** Reports: counted when they are asked for, with the team's own paragraphs, and saved as files. */

/** Which report is meant. An evaluation is named by its finished snapshot, and its days follow from that. */
export const reportWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('monitoring'), since: isoDateSchema, until: isoDateSchema.nullable() }),
  z.object({ kind: z.literal('response'), year: z.number().int().min(2000).max(2999) }),
  z.object({ kind: z.literal('evaluation'), snapshot: recordIdSchema }),
])
export type ReportWish = z.infer<typeof reportWishSchema>

/** Made by the main process from stored facts: it passes no door from outside. */
const reportSchema = z.custom<Report>(value => typeof value === 'object' && value !== null && 'sections' in value)

export const reportContract = {
  /** Those in which the team has written something, the newest first. */
  list: base.output(z.array(savedReportSchema)),
  make: base
    .input(z.object({ wish: reportWishSchema }))
    .output(orRefusal(z.object({ kind: z.literal('made'), report: reportSchema }))),
  /** The team's words of one section; empty ones take them away. */
  keepWords: base
    .input(
      z.object({ wish: reportWishSchema, section: z.string().regex(/^[a-z-]{1,40}$/), text: z.string().max(20_000) }),
    )
    .output(orRefusal(okSchema)),
  /** `data` is base64. */
  file: base
    .input(z.object({ wish: reportWishSchema, format: z.enum(['docx', 'html', 'csv']) }))
    .output(orRefusal(z.object({ kind: z.literal('file'), name: z.string(), type: z.string(), data: z.string() }))),
}
