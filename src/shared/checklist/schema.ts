import { z } from 'zod'
import { pageIdSchema } from '../content/ids.ts'
import { pageStates } from '../review/records.ts'

/** What a list of requirements looks like in the program, whatever file it came from. */

export const requirementSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** Met by tagged pages, by the site as a whole, or by evidence of something done. */
  kind: z.enum(['content', 'whole-offer', 'process']),
  area: z.string(),
  ageRange: z.string(),
  /** Whether a source was seen that ties the requirement to its list; every screen that shows it says so. */
  confidence: z.enum(['verified', 'reconstructed']),
  /** The sources in which it was seen, by their titles. */
  seenIn: z.array(z.string()),
  refs: z.array(z.string()),
  /** Whether the numbers in `refs` were seen, or are to be confirmed against the team's own copy. */
  refsConfidence: z.enum(['verified', 'reconstructed']),
  /** The gap of the last evaluation that it belongs to. */
  gap: z.string().nullable(),
  /** Ids in other lists that ask the same. */
  same: z.array(z.string()),
  /** Ids that it had in former versions of its list: pages that are tagged with them answer it. */
  former: z.array(z.string()),
})
export type Requirement = z.infer<typeof requirementSchema>

export const checklistSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  status: z.string(),
  sections: z.array(
    z.object({ id: z.string(), title: z.string(), note: z.string(), requirements: z.array(requirementSchema) }),
  ),
  gaps: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Whose evaluation found these gaps, where the list came with them: part of that council's name. */
  gapsOf: z.string().optional(),
  /** What the team does not work with, and why. */
  off: z.array(z.object({ id: z.string(), text: z.string(), why: z.string() })),
})
export type Checklist = z.infer<typeof checklistSchema>

export const coverageStatuses = ['yes', 'limited', 'no', 'not-by-pages'] as const

/** A gap of the last evaluation: no page answers any of it, some of it, or all of it. */
export const gapStatuses = ['closed', 'in-part', 'open'] as const
export type GapStatus = (typeof gapStatuses)[number]

export const coverageSchema = z.object({
  checklist: z.string(),
  title: z.string(),
  requirements: z.array(
    z.object({
      id: z.string(),
      status: z.enum(coverageStatuses),
      /** One sentence: which pages, and what is missing. */
      why: z.string(),
      pages: z.array(
        z.object({
          id: pageIdSchema,
          title: z.string(),
          heading: z.string().nullable(),
          state: z.enum(pageStates),
          overdue: z.boolean(),
        }),
      ),
    }),
  ),
  strands: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      yes: z.number(),
      limited: z.number(),
      no: z.number(),
      notByPages: z.number(),
      overdue: z.number(),
    }),
  ),
  gaps: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      status: z.enum(gapStatuses),
      why: z.string(),
      pages: z.array(pageIdSchema),
      requirements: z.array(z.string()),
    }),
  ),
  summary: z.object({ yes: z.number(), limited: z.number(), no: z.number(), notByPages: z.number() }),
})
export type Coverage = z.infer<typeof coverageSchema>
