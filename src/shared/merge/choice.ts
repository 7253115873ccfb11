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

/** What two people did to a whole file; until somebody chooses, what either of them worked on stands. */
export const wholeFileSchema = z.discriminatedUnion('kind', [
  /** One deleted the page while the other changed it: it stays. */
  z.object({ kind: z.literal('deleted'), by: z.enum(['mine', 'theirs']) }),
  /**
   * Both made a page at one address, or changed one that cannot be read well enough to be put together: theirs stands
   * there, mine beside it.
   */
  z.object({
    kind: z.literal('address'),
    both: z.enum(['made', 'changed']).default('made'),
    theirs: workspacePathSchema,
    mine: workspacePathSchema,
  }),
  /** Both put another file under one name among the pictures and documents. */
  z.object({ kind: z.literal('media'), theirs: workspacePathSchema, mine: workspacePathSchema }),
])
export type WholeFile = z.infer<typeof wholeFileSchema>

/** The act that somebody was undoing when its words clashed with later ones: `mine` is what stood before it. */
export const undoingSchema = z.object({ act: z.string(), sentence: z.string() })

const sideSchema = z.object({ by: personSchema, at: instantSchema, doc: docSchema })

/** A clash with its page, and who wrote what when: the question that waits for a person. */
export const choiceSchema = clashSchema.omit({ mine: true, theirs: true }).extend({
  /** The same for the same question, so that it is asked once. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** Null for a picture or document. */
  page: pageIdSchema.nullable(),
  path: workspacePathSchema,
  title: z.string(),
  mine: sideSchema,
  theirs: sideSchema,
  before: docSchema,
  /** Where it is not about words but about a whole page or picture; `field` is `file` then. */
  file: wholeFileSchema.optional(),
  undoing: undoingSchema.optional(),
})
export type Choice = z.infer<typeof choiceSchema>
