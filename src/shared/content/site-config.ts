import { z } from 'zod'
import { everySchema, languageSchema } from './fields.ts'
import { isoDateSchema } from './ids.ts'
import { siteFrontSchema } from './site-front.ts'

/** `signpost.yml`: name, council, sections and their order, where the site goes, the team and its policy. No secrets, ever. */

export const sectionSchema = z.object({
  /** The folder under `pages/` and the first part of the address. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  summary: z.string().default(''),
  /** How often its pages are checked, where they do not say so themselves. */
  review: everySchema.optional().catch(undefined),
})
export type Section = z.infer<typeof sectionSchema>

export const roles = ['writer', 'reviewer', 'publisher'] as const
export const teamMemberSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** Roles guide; the git host's own permissions are the lock. */
  roles: z.array(z.enum(roles)).default(['writer']),
})
export type TeamMember = z.infer<typeof teamMemberSchema>

/**
 * A folder is confirmed on each computer before anything is written there; a branch belongs to the shared copy; a web host
 * is spoken to while it shows the key that the team trusted, and with a password or key that each person gives.
 */
export const publishTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('branch'), branch: z.string().default('site') }),
  z.object({
    kind: z.literal('sftp'),
    host: z.string(),
    port: z.number().int().min(1).max(65_535).default(22),
    user: z.string(),
    /** On the host: `/srv/offer`, or from where the user arrives, `public_html`. */
    folder: z.string(),
    /** The key that the host has to show, `ssh-ed25519 SHA256:…`; empty until somebody has trusted it. */
    hostKey: z.string().default(''),
  }),
])
export type PublishTarget = z.infer<typeof publishTargetSchema>

export const holidaySchema = z.object({
  name: z.string().max(200),
  /** The first and the last day. */
  from: isoDateSchema,
  to: isoDateSchema,
})

/** What becomes of a page whose review is long past: nothing, a word of warning to families, or off the site. */
export const lateActs = ['nothing', 'warn', 'step-down'] as const
export type LateAct = (typeof lateActs)[number]
const lateActSchema = z.enum(lateActs).catch('nothing').default('nothing')

const latePolicySchema = z.object({
  /** Counted from the day on which the page was to be checked. */
  weeks: z.int().min(1).max(520).catch(12).default(12),
  /** By what its words say of its risk. */
  high: lateActSchema,
  some: lateActSchema,
  none: lateActSchema,
})

const reviewPolicySchema = z.object({
  every: z.string().default('12 months'),
  /** For pages with law, money, deadlines or telephone numbers in their words. */
  risk: everySchema.catch('6 months').default('6 months'),
  avoidHolidays: z.boolean().catch(true).default(true),
  /** The team's own; of a year in which none is written down, those that most schools in England have. */
  holidays: z.array(holidaySchema).catch([]).default([]),
  late: latePolicySchema.catch(latePolicySchema.parse({})).prefault({}),
})
export type ReviewPolicy = z.infer<typeof reviewPolicySchema>

const noChecks = { levels: {}, dismissStops: false }

export const siteConfigSchema = z.object({
  signpost: z.literal(1),
  name: z.string(),
  council: z.string().default(''),
  /** BCP 47. */
  language: languageSchema.catch('en-GB'),
  sections: z.array(sectionSchema).default([]),
  contact: z
    .object({ telephone: z.string().default(''), email: z.string().default('') })
    .default({ telephone: '', email: '' }),
  team: z.array(teamMemberSchema).default([]),
  publish: z
    .object({
      /** Where families read the site; the version stamp is read back from here. Empty until there is one. */
      url: z.string().default(''),
      targets: z.array(publishTargetSchema).default([]),
    })
    .default({ url: '', targets: [] }),
  /** What the team has added to the dictionary, and to the glossary of short forms. */
  words: z.array(z.string()).catch([]).default([]),
  shortForms: z
    .array(z.object({ name: z.string(), means: z.string() }))
    .catch([])
    .default([]),
  /** What each check does, by its id: `stops`, `warns`, `informs`, `off`. What nobody understands is kept as it is. */
  checks: z
    .object({
      levels: z.record(z.string(), z.unknown()).catch({}).default({}),
      /** Whether “not a problem here” may be said of what stops publishing. */
      dismissStops: z.boolean().catch(false).default(false),
    })
    .catch(noChecks)
    .default(noChecks),
  review: reviewPolicySchema.prefault({}),
  site: siteFrontSchema.catch(() => siteFrontSchema.parse({})).prefault({}),
})
export type SiteConfig = z.infer<typeof siteConfigSchema>
