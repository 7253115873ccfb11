import { z } from 'zod'
import { isoDateSchema } from './ids.ts'

/**
 * `site.accessibility` of `signpost.yml`: what only the team can say in its accessibility statement. The Public Sector
 * Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg 8, ask for one; what is found by
 * machines is added by whoever makes the site.
 */

/** How far the site meets the standard, in the only words that the regulations know; empty where nobody has said. */
export const accessibilityStandings = ['', 'not', 'partly', 'fully'] as const

/** `not-yet`: it is being mended. `burden`: it would cost more than it helps (reg 7). `outside`: the regulations leave it out (reg 4). */
export const faultReasons = ['not-yet', 'burden', 'outside'] as const

export const accessibilityFaultSchema = z.object({
  /** In plain words: “The map of short breaks cannot be used by keyboard.” */
  says: z.string().max(1000),
  why: z.enum(faultReasons).catch('not-yet').default('not-yet'),
  /** A success criterion of WCAG 2.2, `2.1.1`; empty where the team does not know it. */
  criterion: z.string().max(10).catch('').default(''),
  /** What there is instead, and when it will be mended. */
  until: z.string().max(1000).catch('').default(''),
})
export type AccessibilityFault = z.infer<typeof accessibilityFaultSchema>

const day = isoDateSchema.nullable().catch(null).default(null)

/** What a look at every page as a browser draws it found, on its day. */
export const drawnLookSchema = z.object({
  on: isoDateSchema,
  pages: z.int().min(0),
  /** Success criteria, each with how many pages failed it. */
  found: z.array(z.object({ criterion: z.string().max(10), pages: z.int().min(1) })).max(100),
})
export type DrawnLook = z.infer<typeof drawnLookSchema>

export const accessibilityFactsSchema = z.object({
  standing: z.enum(accessibilityStandings).catch('').default(''),
  /** Who tested the site, how, and when; a standing in full is said with it alone. */
  auditedBy: z.string().max(200).catch('').default(''),
  audited: day,
  how: z.string().max(1000).catch('').default(''),
  faults: z.array(accessibilityFaultSchema).max(100).catch([]).default([]),
  /** Within which time the team answers: “5 working days”. */
  answer: z.string().max(100).catch('').default(''),
  prepared: day,
  /** When a person last read the statement and found it true. */
  reviewed: day,
  drawn: drawnLookSchema.nullable().catch(null).default(null),
})
export type AccessibilityFacts = z.infer<typeof accessibilityFactsSchema>
