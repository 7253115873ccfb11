import { z } from 'zod'
import { instantSchema, isoDateSchema, pageIdSchema } from '../content/ids.ts'
import { personSchema } from '../review/records.ts'
import { commentIdSchema } from './comment.ts'

/**
 * `answers/<id of the comment>.yml`: exactly what families read under “You said, we did”. Somebody agreed to these words,
 * in which nobody can be recognised, and nothing else of a comment goes live (SEND Regulations 2014, reg 56(3)).
 */
export const answerSchema = z.object({
  id: commentIdSchema,
  /** When the comment came: the answer stands under its year. */
  received: isoDateSchema,
  theme: z.string().max(100).default(''),
  said: z.string().trim().min(1).max(2000),
  did: z.string().trim().min(1).max(5000),
  /** Pages and services that it is about; those that are not on the site are left out there. */
  pages: z.array(pageIdSchema).max(50).default([]),
  /** Who agreed that families read exactly this, and when. */
  by: personSchema,
  at: instantSchema,
})
export type PublicAnswer = z.infer<typeof answerSchema>
