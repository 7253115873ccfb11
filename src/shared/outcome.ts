import { z } from 'zod'

/**
 * What a person is told when something expected could not be done. Exceptions are bugs; these are answers.
 * `sentence` says what happened and what is safe, `nextStep` what to do. Both are plain English for the window and the
 * command line; `detail` is for the log and is never shown, and never holds a secret.
 */
export const refusalSchema = z.object({
  kind: z.literal('refused'),
  code: z.string(),
  sentence: z.string(),
  nextStep: z.string(),
  detail: z.string().optional(),
})
export type Refusal = z.infer<typeof refusalSchema>

export function refuse(code: string, sentence: string, nextStep: string, detail?: string): Refusal {
  return detail === undefined
    ? { kind: 'refused', code, sentence, nextStep }
    : { kind: 'refused', code, sentence, nextStep, detail }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused'
}
