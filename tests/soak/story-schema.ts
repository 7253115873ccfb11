import { z } from 'zod'
import { actSchema } from './acts.ts'

/** A story of four people, made from a number: the same number is the same story. */

const stepSchema = z.discriminatedUnion('step', [
  /** `meanwhile`: the next step begins before this one is over. `killAt`: the write point at which the laptop dies of it. */
  z.object({
    who: z.number(),
    step: z.literal('act'),
    act: actSchema,
    meanwhile: z.boolean(),
    killAt: z.number().nullable(),
  }),
  z.object({ who: z.number(), step: z.literal('line'), line: z.enum(['well', 'rough', 'off']) }),
  z.object({ who: z.number(), step: z.literal('clock'), minutes: z.number() }),
  z.object({ who: z.number(), step: z.literal('restart') }),
])
export type Step = z.infer<typeof stepSchema>
export type Line = Extract<Step, { step: 'line' }>['line']

export const storySchema = z.object({ seed: z.number(), steps: z.array(stepSchema).readonly() })
export type Story = z.infer<typeof storySchema>
