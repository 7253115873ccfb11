import { z } from 'zod'
import { sheetColumns } from '../checklist/from-sheet.ts'
import { requirementIdSchema } from '../checklist/list-file.ts'
import { pageIdSchema } from '../content/ids.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** What the team makes of its checklists: other words, its own requirements, its own template out of a spreadsheet. */

const words = z.string().trim().min(1).max(2000)

export const listChangeSchema = z.discriminatedUnion('kind', [
  /** Other words for a requirement; null for those that the list came with. */
  z.object({ kind: z.literal('reword'), requirement: requirementIdSchema, text: words.nullable() }),
  /** The team does not work with it, and why; null to work with it again. */
  z.object({
    kind: z.literal('off'),
    requirement: requirementIdSchema,
    why: z.string().trim().min(1).max(500).nullable(),
  }),
  z.object({
    kind: z.literal('add'),
    section: z.string().min(1).max(100),
    text: words,
    metBy: z.enum(['content', 'whole-offer', 'process']),
  }),
])
export type ListChange = z.infer<typeof listChangeSchema>

const columnSchema = z.enum(sheetColumns)

const fileWish = z.object({
  /** Base64. */
  data: z.string().max(20_000_000),
  title: z.string().trim().max(100),
  version: z.string().trim().max(100),
  /** Headings chosen instead of those that were found; null for none. */
  columns: z.partialRecord(columnSchema, z.string().max(300).nullable()),
})

const listSheetSchema = z.object({
  kind: z.literal('sheet'),
  columns: z.record(columnSchema, z.string().nullable()),
  headings: z.array(z.string()),
  rows: z.array(
    z.object({ row: z.number(), id: z.string(), section: z.string(), text: z.string(), trouble: z.array(z.string()) }),
  ),
  /** Whether the team has a list of this name already, which the file would be the next version of. */
  replaces: z.boolean(),
  /** The sheet of the workbook that was read, and how many others it has; null where there is one alone. */
  from: z.object({ name: z.string(), others: z.number() }).nullable(),
  gone: z.array(z.object({ id: z.string(), text: z.string(), to: z.string().nullable() })),
})
export type ListSheetView = z.infer<typeof listSheetSchema>

/** Pages that are tagged with what no list has. */
export const strayTagSchema = z.object({
  requirement: z.string(),
  /** What it asked, where a list of the team's own had it. */
  text: z.string().nullable(),
  pages: z.array(z.object({ id: pageIdSchema, title: z.string() })),
})
export type StrayTag = z.infer<typeof strayTagSchema>

export const listsContract = {
  change: base
    .input(z.object({ checklist: z.string().max(100), change: listChangeSchema }))
    .output(orRefusal(okSchema)),
  /** What is in a spreadsheet. Nothing is written. */
  readFile: base.input(fileWish).output(orRefusal(listSheetSchema)),
  /** Makes it a list of the team's own, or the next version of the one of that name. */
  bringIn: base
    .input(fileWish)
    .output(orRefusal(z.object({ kind: z.literal('brought-in'), checklist: z.string(), requirements: z.number() }))),
  stray: base.output(z.array(strayTagSchema)),
  /** From now on pages that are tagged with `from` answer `to`; no page is changed. */
  moveTag: base.input(z.object({ from: requirementIdSchema, to: requirementIdSchema })).output(orRefusal(okSchema)),
}
