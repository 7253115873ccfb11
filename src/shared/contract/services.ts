import { z } from 'zod'
import { pageIdSchema } from '../content/ids.ts'
import { base, orRefusal } from './common.ts'

/** The directory as a spreadsheet: out, and in again after it was seen what that changes. */

/** Base64. */
const data = z.string().max(20_000_000)
/** An empty cell takes away what the service has; without it, nothing in a file does. */
const emptyTakesAway = z.boolean()

const sheetRowSchema = z.object({
  /** As the spreadsheet counts, its headings being row 1. */
  row: z.number(),
  title: z.string(),
  kind: z.enum(['add', 'change', 'same', 'trouble']),
  /** The service that is there; null for a new one. */
  id: pageIdSchema.nullable(),
  changes: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })),
  /** Why the whole row is left out, one line each. */
  trouble: z.array(z.string()),
  /** Cells that are left out while the rest of the row comes in, one line each with its column. */
  leftOut: z.array(z.string()),
  /** Cells that are taken in otherwise than they were written, one line each with its column. */
  notes: z.array(z.string()),
})
export type ServicesSheetRow = z.infer<typeof sheetRowSchema>

const sheetSchema = z.object({
  kind: z.literal('services-sheet'),
  rows: z.array(sheetRowSchema),
  /** Columns that are called otherwise in the directory. */
  readAs: z.array(z.object({ heading: z.string(), as: z.string() })),
  /** Columns that nothing is taken from. */
  unused: z.array(z.string()),
  /** Services that the file does not name; they stay as they are. */
  untouched: z.number(),
  /** Names exactly what these rows say: `bringIn` does that, or nothing. */
  seen: z.string(),
})
export type ServicesSheet = z.infer<typeof sheetSchema>

export const servicesContract = {
  /** Every service as a row of a CSV file. */
  file: base.output(z.object({ name: z.string(), text: z.string(), services: z.number() })),
  /** Says what a CSV file would change, and writes nothing. */
  readFile: base.input(z.object({ data, emptyTakesAway })).output(orRefusal(sheetSchema)),
  /** Does what `readFile` said of the same file, in one act; refused where it would say something else by now. */
  bringIn: base
    .input(z.object({ data, emptyTakesAway, seen: z.string().max(100) }))
    .output(orRefusal(z.object({ kind: z.literal('services-in'), added: z.number(), changed: z.number() }))),
}
