import { z } from 'zod'
import { isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { base } from './common.ts'

/** What is wrong with the whole site, by kind, section and owner, and what to mend first. */

const countsSchema = z.object({ errors: z.number(), warnings: z.number(), notices: z.number() })

const whereSchema = z.object({
  /** Null where it is about a section and no page. */
  id: pageIdSchema.nullable(),
  section: z.string(),
  title: z.string(),
  message: z.string(),
})

export const siteReportSchema = z.object({
  /** False until every page has been counted: the numbers are then of those that were. */
  whole: z.boolean(),
  pages: z.number(),
  /** Of all pages, as their lists and the editor count them. */
  found: countsSchema,
  /** Problems between the pages, which no editor shows. */
  between: z.number(),
  kinds: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'notice']),
      why: z.string(),
      many: z.number(),
      /** Whether it stands between pages. */
      between: z.boolean(),
      where: z.array(whereSchema),
    }),
  ),
  sections: z.array(
    z.object({
      /** Empty for the directory of services. */
      slug: z.string(),
      title: z.string(),
      pages: z.number(),
      found: countsSchema,
      between: z.number(),
      /** In years; null where there are too few sentences to say. */
      readingAge: z.number().nullable(),
    }),
  ),
  /** `owner` is an email address; empty for pages that nobody looks after. */
  owners: z.array(z.object({ owner: z.string(), pages: z.number(), found: countsSchema, between: z.number() })),
  first: z.array(z.object({ id: pageIdSchema, title: z.string(), reasons: z.array(z.string()) })),
})
export type SiteReport = z.infer<typeof siteReportSchema>

export const trendPointSchema = z.object({
  day: isoDateSchema,
  pages: z.number(),
  found: countsSchema,
})
export type TrendPoint = z.infer<typeof trendPointSchema>

export const siteContract = {
  report: base.output(siteReportSchema),
  /**
   * Oldest first: the last version of each week, measured by the checks of today, so that no new check looks like new
   * faults. Weeks before the first version are left out, and so are all where the workspace is too large to read so often.
   */
  trend: base.output(z.array(trendPointSchema)),
}
