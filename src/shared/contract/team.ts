import { z } from 'zod'
import { checklistSchema, coverageSchema } from '../checklist/schema.ts'
import { unreadSettingSchema } from '../content/files/unread-settings.ts'
import { siteConfigSchema } from '../content/site-config.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** The checklists, and what the team shares. */

/** The checklist's own schemas, under the names that the window knows them by. */
export {
  type Checklist as ChecklistView,
  type Coverage,
  checklistSchema,
  coverageSchema,
  type Requirement as RequirementView,
} from '../checklist/schema.ts'

export const checklistContract = {
  list: base.output(z.array(checklistSchema)),
  coverage: base.input(z.object({ checklist: z.string() })).output(orRefusal(coverageSchema)),
}

export const settingsContract = {
  config: base.output(siteConfigSchema),
  setConfig: base.input(siteConfigSchema).output(orRefusal(okSchema)),
  /** What somebody wrote by hand and nobody can read. */
  unread: base.output(z.array(unreadSettingSchema)),
  /** A word of the team’s own, or with `means` a short form of its own, from now on known to the spelling of every page. */
  addWord: base.input(z.object({ word: z.string(), means: z.string().nullable() })).output(orRefusal(okSchema)),
  removeWord: base.input(z.object({ word: z.string() })).output(orRefusal(okSchema)),
  /** Connects this workspace to its shared copy; the token goes to the system's keychain and nowhere else. */
  connect: base.input(z.object({ address: z.string(), token: z.string() })).output(orRefusal(okSchema)),
  connection: base.output(
    z.object({ address: z.string().nullable(), secretKept: z.enum(['keychain', 'this-session', 'none']) }),
  ),
}
