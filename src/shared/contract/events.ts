import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { pageIdSchema } from '../content/ids.ts'
import { base } from './common.ts'
import { liveStateSchema, syncStateSchema } from './sharing.ts'

/** What the main process tells every window without being asked. */
export const appEventSchema = z.discriminatedUnion('kind', [
  /** Lists and open pages may be out of date; no ids means everything. */
  z.object({ kind: z.literal('changed'), ids: z.array(pageIdSchema).nullable() }),
  z.object({ kind: z.literal('sync'), state: syncStateSchema }),
  z.object({ kind: z.literal('live'), state: liveStateSchema }),
  /** Progress of a long job, with a name that `start.cancel` takes. */
  z.object({
    kind: z.literal('progress'),
    job: z.string(),
    sentence: z.string(),
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ kind: z.literal('notice'), sentence: z.string(), tone: z.enum(['good', 'warn', 'stop']) }),
  /** A command chosen in the system's own menu, by its name in the window's list of commands. */
  z.object({ kind: z.literal('command'), command: z.string() }),
  /** The workspace was opened, closed or taken over by another window: start again from `hello`. */
  z.object({ kind: z.literal('reopened') }),
])
export type AppEvent = z.infer<typeof appEventSchema>

export const eventsContract = { listen: base.output(eventIterator(appEventSchema)) }
