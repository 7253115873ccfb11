import { z } from 'zod'

/** One field that two people set differently, by the name that it has on the screen, in words. */
const valueSchema = z.object({ label: z.string(), mine: z.string(), theirs: z.string() })

/** What a merge tells and does not ask. */
export const noticeSchema = z.object({
  /** All of it, for whoever reads a line. */
  sentence: z.string(),
  /** A record in which a colleague's values stand; `about` is what a person calls it. */
  settled: z.object({ about: z.string(), values: z.array(valueSchema) }).nullable(),
  /** The record as it came out, and as it would be with this person's values: a change that can be made later. */
  back: z.object({ path: z.string(), from: z.string(), to: z.string() }).nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

export const noticeOf = (sentence: string): Notice => ({ sentence, settled: null, back: null })

/**
 * What a merge tells the person at this laptop and does not ask: that a colleague's value stands, and what they
 * themselves had written. It stays, across restarts, until they have put it away.
 */
export const toldSchema = noticeSchema
  .omit({ back: true })
  .extend({ id: z.string().regex(/^[0-9a-f]{16}$/), settled: noticeSchema.shape.settled.default(null) })
export type Told = z.infer<typeof toldSchema>
