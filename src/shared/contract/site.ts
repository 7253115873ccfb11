import { z } from 'zod'
import { isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { reasonSchema } from '../review/records.ts'
import { dismissedSchema } from './checks.ts'
import { base, docSchema, okSchema, orRefusal } from './common.ts'

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
  /** Problems between the pages that somebody said are none; null where it is about no page. */
  letBe: z.array(dismissedSchema.extend({ page: pageIdSchema.nullable(), title: z.string() })),
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

const outsideLinkSchema = z.object({
  /** `broken` failed on two days; `unknown` could not be looked at. */
  kind: z.enum(['broken', 'failed-once', 'unknown']),
  href: z.string(),
  /** The day on which it was last looked at. */
  on: isoDateSchema,
  why: z.string(),
  pages: z.array(z.object({ id: pageIdSchema, title: z.string(), text: z.string() })),
})
export type OutsideLinks = z.infer<typeof outsideLinkSchema>[]

export const outsideStateSchema = z.object({
  /** Whether the person at this computer lets Signpost look. */
  on: z.boolean(),
  /** False while this computer is not online, or where each byte may cost something. */
  mayAsk: z.boolean(),
  running: z.object({ done: z.number(), total: z.number() }).nullable(),
  addresses: z.number(),
  looked: z.number(),
  last: isoDateSchema.nullable(),
})
export type OutsideState = z.infer<typeof outsideStateSchema>

/** A page or service as families will get it, as the desk has it now; `url` is for an isolated frame. */
export const drawnPageSchema = z.object({ id: pageIdSchema, title: z.string(), url: z.string() })
export type DrawnPage = z.infer<typeof drawnPageSchema>

const placeSchema = z.object({
  path: z.array(z.number()),
  start: z.number().exactOptional(),
  end: z.number().exactOptional(),
})

export const drawnWordsSchema = z.object({
  kind: z.literal('words'),
  doc: docSchema,
  /** What the checks say of it already, or were told to let be. */
  known: z.array(z.object({ rule: z.string(), place: z.union([z.literal('title'), placeSchema]) })),
})

export const siteContract = {
  /** All of them, in the order of the site's sections, to be drawn by a browser one after the other. */
  drawn: base.output(z.array(drawnPageSchema)),
  /** To lead what a browser shows of a page back to its words. */
  drawnWords: base.input(z.object({ id: pageIdSchema })).output(orRefusal(drawnWordsSchema)),
  /** Where links out lead, as far as this computer has looked. What works is not listed. */
  links: base.output(z.object({ state: outsideStateSchema, links: z.array(outsideLinkSchema) })),
  /** Looks at all of them now; answers when it is done. */
  lookAtLinks: base.output(okSchema),
  setLooksAtLinks: base.input(z.object({ on: z.boolean() })).output(okSchema),
  /** The window says whether the network is there and free; without that nothing is looked at in the background. */
  network: base.input(z.object({ free: z.boolean() })).output(okSchema),
  report: base.output(siteReportSchema),
  /** Lets a problem between this page and others be, as “not a problem here” does on a page; it goes by its sentence. */
  notAProblem: base
    .input(
      z.object({
        id: pageIdSchema,
        rule: z.string().max(100),
        message: z.string().max(2000),
        reason: reasonSchema,
        until: isoDateSchema.nullable(),
      }),
    )
    .output(orRefusal(okSchema)),
  /**
   * Oldest first: the last version of each week, measured by the checks of today, so that no new check looks like new
   * faults. Weeks before the first version are left out, and so are all where the workspace is too large to read so often.
   */
  trend: base.output(z.array(trendPointSchema)),
}
