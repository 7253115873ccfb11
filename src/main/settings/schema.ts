import { z } from 'zod'
import { instantSchema, isoDateSchema } from '../../shared/content/ids.ts'
import { weekViewSchema } from '../../shared/contract/index.ts'
import { personSchema } from '../../shared/review/records.ts'

/**
 * This computer's own state, as it stands in `settings.json`. Every field falls back to its default by itself, so that one
 * broken field costs no other; keys of a later version are kept.
 */

export const recentSchema = z.object({
  /** Absolute path. */
  workspace: z.string().min(1),
  name: z.string(),
  at: instantSchema,
})
export type Recent = z.infer<typeof recentSchema>

/** Where the window was, in device-independent pixels. */
export const windowStateSchema = z.object({
  x: z.number().int().nullable(),
  y: z.number().int().nullable(),
  width: z.number().int().min(320).max(20_000),
  height: z.number().int().min(240).max(20_000),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

/** What this computer remembers of one workspace, by the workspace's key. */
export const rememberedSchema = z.looseObject({
  /** Who works here, where it differs from the default. */
  me: personSchema.nullable().catch(null),
  /** Views of the week that are kept here. */
  weekViews: z
    .array(weekViewSchema.nullable().catch(null))
    .transform(list => list.filter(each => each !== null))
    .catch([]),
  /** Absolute paths of folders into which a person at this computer allowed the site to be written. */
  publishFolders: z.array(z.string()).catch([]),
  /** Absolute path of the folder in which a calendar file of the review dates is kept fresh. */
  calendarFolder: z.string().min(1).nullable().catch(null),
  /** When everything here was last shared with colleagues. */
  lastSync: instantSchema.nullable().catch(null),
})
export type Remembered = z.infer<typeof rememberedSchema>
export const freshlyRemembered: Remembered = rememberedSchema.parse({})

/** A workspace that somebody began to join, of which part has come. */
export const joiningSchema = z.object({ address: z.string(), folder: z.string().min(1) })
export type Joining = z.infer<typeof joiningSchema>

export const themeSchema = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof themeSchema>

export const settingsSchema = z.looseObject({
  theme: themeSchema.catch('system'),
  /** Whether Signpost may look in the background at where links lead. */
  looksAtLinks: z.boolean().catch(true),
  /** Whether the system may say once a day what needs somebody, and on which day it last did. */
  tellsOfWeek: z.boolean().catch(true),
  toldOfWeek: isoDateSchema.nullable().catch(null),
  me: personSchema.nullable().catch(null),
  recent: z
    .array(recentSchema.nullable().catch(null))
    .transform(list => list.filter(recent => recent !== null))
    .catch([]),
  joining: z
    .array(joiningSchema.nullable().catch(null))
    .transform(list => list.filter(each => each !== null))
    .catch([]),
  window: windowStateSchema.nullable().catch(null),
  /** The Electron release whose download failed here, so that it is not tried again at every start. */
  electronDownloadFailed: z.object({ version: z.string(), at: instantSchema }).nullable().catch(null),
  workspaces: z.record(z.string(), rememberedSchema.catch(freshlyRemembered)).catch({}),
})
export type SettingsData = z.infer<typeof settingsSchema>

export const freshSettings: SettingsData = settingsSchema.parse({})
