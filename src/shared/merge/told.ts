import { z } from 'zod'

/**
 * What a merge tells the person at this laptop and does not ask: that a colleague's value stands, and what they
 * themselves had written. It stays, across restarts, until they have put it away.
 */
export const toldSchema = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), sentence: z.string() })
export type Told = z.infer<typeof toldSchema>
