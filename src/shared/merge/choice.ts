import { z } from 'zod'
import { instantSchema, pageIdSchema, workspacePathSchema } from '../content/ids.ts'
import type { Doc } from '../content/model.ts'
import { personSchema } from '../review/records.ts'

const docSchema = z.custom<Doc>(
  value => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
)

/** One place where two people changed the same words differently. Nothing of either is lost: it is all in here. */
export const clashSchema = z.object({
  /** `body`, or the front matter field: `title`, `review.every`. */
  field: z.string(),
  /** The blocks in question, as each left them; empty when they were removed. For a field, its value as one paragraph. */
  mine: docSchema,
  theirs: docSchema,
  before: docSchema,
  /** The block on either side in the page as it stands now, with theirs in the place; empty for a field. */
  above: docSchema,
  below: docSchema,
  /** A field's values as they are kept; null for the body. */
  values: z.object({ mine: z.json(), theirs: z.json() }).nullable(),
})
export type Clash = z.infer<typeof clashSchema>

const sideSchema = z.object({ by: personSchema, at: instantSchema, doc: docSchema })

/** A clash with its page, and who wrote what when: the question that waits for a person. */
export const choiceSchema = clashSchema.omit({ mine: true, theirs: true }).extend({
  /** The same for the same question, so that it is asked once. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  page: pageIdSchema,
  path: workspacePathSchema,
  title: z.string(),
  mine: sideSchema,
  theirs: sideSchema,
  before: docSchema,
})
export type Choice = z.infer<typeof choiceSchema>
