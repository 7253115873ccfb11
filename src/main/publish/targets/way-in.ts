import { z } from 'zod'

/**
 * How a person at this computer signs in to a web host. It was given for the host that showed this key, and is given to no
 * other: a workspace may name any host, and any key for it.
 */
export const wayInSchema = z.union([
  z.object({ hostKey: z.string(), password: z.string().min(1) }),
  z.object({ hostKey: z.string(), privateKey: z.string().min(1), passphrase: z.string() }),
])
export type WayIn = z.infer<typeof wayInSchema>
