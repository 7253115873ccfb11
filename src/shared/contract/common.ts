import { oc } from '@orpc/contract'
import { z } from 'zod'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema, workspacePathSchema } from '../content/ids.ts'
import type { Doc } from '../content/model.ts'
import { refusalSchema } from '../outcome.ts'
import { pageStates, personSchema } from '../review/records.ts'

export const base = oc

/** Documents are checked by the content folder's own door in the main process, which repairs what does not fit. */
export const docSchema = z.custom<Doc>(
  value => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)

/** What is asked for, or a sentence why not. */
export function orRefusal<T extends z.ZodType>(schema: T) {
  return z.union([schema, refusalSchema])
}

export const okSchema = z.object({ kind: z.literal('ok') })

export const entryKindSchema = z.enum(['page', 'service'])

/** One line of the page list or of the directory. */
export const pageRowSchema = z.object({
  id: pageIdSchema,
  kind: entryKindSchema,
  path: workspacePathSchema,
  section: z.string(),
  title: z.string(),
  summary: z.string(),
  owner: z.string(),
  state: z.enum(pageStates),
  reviewDue: isoDateSchema.nullable(),
  /** Null while they are still being counted. */
  problems: z.object({ errors: z.number(), warnings: z.number(), notices: z.number() }).nullable(),
  /** When and by whom its words last changed, as far as this laptop knows. */
  changed: z.object({ at: instantSchema, by: z.string() }).nullable(),
  /** True while typing on this laptop has not become a version yet. */
  unsaved: z.boolean(),
})
export type PageRow = z.infer<typeof pageRowSchema>

/** One version in a page's history, newest first; `sentence` is plain words: “Priya changed two paragraphs”. */
export const versionSchema = z.object({
  version: z.string(),
  by: personSchema,
  at: instantSchema,
  sentence: z.string(),
  hash: contentHashSchema,
  /** True where families have seen exactly this. */
  live: z.boolean(),
})
export type Version = z.infer<typeof versionSchema>
