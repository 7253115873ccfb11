import { z } from 'zod'

/** What may be judged of a requirement. The more careful one stands further back. */
export const judgements = ['yes', 'limited', 'no'] as const
export const judgementSchema = z.enum(judgements)
export type Judgement = z.infer<typeof judgementSchema>
