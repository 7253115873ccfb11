import { z } from 'zod'
import { accessibilityFactsSchema } from './accessibility-facts.ts'
import { audienceSchema } from './fields.ts'

/** `site` of `signpost.yml`: what families meet first, how the site looks, and the words by which it is searched. */

export const taskSchema = z.object({
  /** In families' own words: “My child is not going to school”. */
  says: z.string().max(200),
  /** `page:<id>` or `service:<id>`, with a `#heading` if need be. */
  to: z.string().max(200),
  /** Whose door it stands behind; behind each where none is named. */
  for: z.array(audienceSchema).catch([]).default([]),
})
export type SiteTask = z.infer<typeof taskSchema>

export const urgentSchema = taskSchema.pick({ to: true }).extend({
  /** When it is the right one: “Somebody is hurting a child”. May be empty, where its title says enough. */
  says: z.string().max(200).catch('').default(''),
})
export type Urgent = z.infer<typeof urgentSchema>

export const sameMeaningSchema = z.object({
  /** What families type: “statement”. */
  says: z.string().max(100),
  /** What the site calls it: “EHC plan”. */
  means: z.string().max(100),
})
export type SameMeaning = z.infer<typeof sameMeaningSchema>

export const workingSchema = z.object({
  /** The requirement of a checklist that nothing on the site answers yet; once something does, families read that. */
  requirement: z.string().max(100),
  /** What it is, in families' words. */
  says: z.string().max(200),
  /** What they can do until it is there. */
  until: z.string().max(2000).catch('').default(''),
})
export type Working = z.infer<typeof workingSchema>

export const siteFrontSchema = z.object({
  /** The council's colour, `#0a5760`; empty for Signpost's own. What cannot be one is told, and not used. */
  colour: z.string().max(50).catch('').default(''),
  /** `media/<name>`; empty where there is none. */
  logo: z.string().max(200).catch('').default(''),
  tasks: z.array(taskSchema).max(60).catch([]).default([]),
  /** Who helps at once, shown above the results when somebody searches for “suicide” or “not safe”. */
  urgent: z.array(urgentSchema).max(10).catch([]).default([]),
  search: z.array(sameMeaningSchema).max(500).catch([]).default([]),
  /** Where “Is this page useful?” leads: an email address, or the address of the team's own form. Not asked where empty. */
  useful: z.string().max(500).catch('').default(''),
  /** What is still missing and being worked on, where the team wants families to read that. */
  working: z.array(workingSchema).max(100).catch([]).default([]),
  accessibility: accessibilityFactsSchema.catch(() => accessibilityFactsSchema.parse({})).prefault({}),
})
export type SiteFront = z.infer<typeof siteFrontSchema>
