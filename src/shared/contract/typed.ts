import { z } from 'zod'
import { base, okSchema, orRefusal } from './common.ts'

/**
 * What somebody is in the middle of typing into a field of the window that is no page (an answer to a family, a reason, the
 * settings): on this laptop's disk until it is kept for the team or let go. Passwords and tokens never come here.
 */
export const typedSchema = z.object({
  /** Which field of which thing: `answer:01J…`. */
  name: z.string().min(1).max(5000),
  /** As JSON; the longest is the text of an answer that was pasted. */
  value: z.string().max(5_000_000),
})
export type Typed = z.infer<typeof typedSchema>

/**
 * The folder of the workspace that the window shows, or null for the forms of the start: words for another one than is open
 * now are not taken.
 */
const ofWorkspace = z.object({ workspace: z.string().nullable() })

export const typedContract = {
  all: base.input(ofWorkspace).output(z.array(typedSchema)),
  /** On disk before this answers. */
  keep: base.input(typedSchema.extend(ofWorkspace.shape)).output(orRefusal(okSchema)),
  /** Letting go of what is not there is no fault. */
  forget: base.input(typedSchema.pick({ name: true }).extend(ofWorkspace.shape)).output(okSchema),
}
