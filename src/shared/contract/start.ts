import { z } from 'zod'
import { siteConfigSchema } from '../content/site-config.ts'
import { personSchema } from '../review/records.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** What is open now. `readOnly` carries the sentence that says why. */
export const openedSchema = z.object({
  kind: z.literal('opened'),
  workspace: z.string(),
  config: siteConfigSchema,
  me: personSchema.nullable(),
  readOnly: z.string().nullable(),
  /** True for a workspace that has no shared copy yet. */
  alone: z.boolean(),
  sample: z.boolean(),
  /** Sentences that the person has to see once: what was recovered, what was repaired, a clock that is wrong. */
  notices: z.array(z.string()),
})
export type Opened = z.infer<typeof openedSchema>

export const startContract = {
  /** Who and what this window talks to; the first call of every window. */
  hello: base.output(
    z.object({
      version: z.string(),
      shell: z.enum(['electron', 'loopback']),
      /** Where the shell can ask with the system's own folder dialog. */
      canChooseFolder: z.boolean(),
      /** Where new workspaces are made unless the person says otherwise. */
      folder: z.string(),
      me: personSchema.nullable(),
      recent: z.array(z.object({ workspace: z.string(), name: z.string() })),
      /** Workspaces that were begun to be joined, and how much of each is here. */
      joining: z.array(z.object({ address: z.string(), folder: z.string(), bytes: z.number() })),
      opened: openedSchema.nullable(),
      theme: z.enum(['system', 'light', 'dark']),
      /** Whether the system may say once a day what needs the person. */
      tellsOfWeek: z.boolean(),
    }),
  ),
  sample: base.output(orRefusal(openedSchema)),
  join: base
    .input(
      z.object({
        address: z.string(),
        name: z.string(),
        email: z.string(),
        token: z.string(),
        folder: z.string().optional(),
      }),
    )
    .output(orRefusal(openedSchema)),
  /** Removes what has come of a workspace that was begun to be joined. */
  giveUpJoin: base.input(z.object({ folder: z.string() })).output(orRefusal(okSchema)),
  create: base
    .input(z.object({ name: z.string(), council: z.string(), me: personSchema, folder: z.string().optional() }))
    .output(orRefusal(openedSchema)),
  open: base.input(z.object({ workspace: z.string() })).output(orRefusal(openedSchema)),
  close: base.output(okSchema),
  /** The chosen folder, or null when the person changed their mind. Loopback answers null. */
  chooseFolder: base.output(z.object({ folder: z.string().nullable() })),
  /** Stops the long job that runs now (join, sync, publish), leaving things as they were; a join can go on later. */
  cancel: base.input(z.object({ job: z.string() })).output(okSchema),
  setMe: base.input(personSchema).output(orRefusal(openedSchema)),
  setTellsOfWeek: base.input(z.object({ on: z.boolean() })).output(okSchema),
  setTheme: base.input(z.object({ theme: z.enum(['system', 'light', 'dark']) })).output(okSchema),
}
