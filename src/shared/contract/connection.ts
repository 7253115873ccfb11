import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base } from './common.ts'

/** “Test my connection”: the same steps that sharing takes, one after the other, changing nothing on either side. */

export const connectionSteps = [
  'address',
  'name',
  'reached',
  'secure',
  'signed-in',
  'read',
  'write',
  'offer',
  'clock',
] as const
export type ConnectionStep = (typeof connectionSteps)[number]

export const stepFoundSchema = z.object({
  step: z.enum(connectionSteps),
  /** `unknown`: what failed before it stands in the way, or it only shows later. */
  result: z.enum(['going', 'good', 'bad', 'unknown']),
  sentence: z.string(),
  /** What helps; only where it is bad. */
  nextStep: z.string().optional(),
})
export type StepFound = z.infer<typeof stepFoundSchema>

export const connectionContract = {
  /**
   * Each step when it begins and when it is decided, until the last or the first that stops all others. No address means
   * that of the open workspace; an empty token means the one that is kept for the same host.
   */
  test: base
    .input(z.object({ address: z.string().nullable(), token: z.string() }))
    .output(eventIterator(stepFoundSchema)),
}
