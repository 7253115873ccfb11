import { z } from 'zod'
import { personSchema } from '../../src/shared/review/index.ts'
import { actSchema } from './acts.ts'

/** What a laptop's process is asked, and what it says: the only words between the soak and the program it is about. */

const atSchema = z.union([z.number(), z.array(z.string()).readonly()])
const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kill'), at: atSchema }),
  z.object({
    kind: z.literal('error'),
    at: atSchema,
    code: z.string(),
    lasting: z.boolean(),
    of: z.enum(['writes', 'reads']),
  }),
])

export const placeSchema = z.object({
  /** The workspace's folder, and this computer's own data folder. */
  root: z.string(),
  data: z.string(),
  resources: z.string(),
  person: personSchema,
  /** Where this laptop reaches the shared copy. */
  address: z.string(),
  token: z.string(),
})
export type PlaceOfLaptop = z.infer<typeof placeSchema>

/** The ways to an open workspace. */
const ways = ['open', 'begin', 'join'] as const
export type Way = (typeof ways)[number]

export const askedSchema = z.discriminatedUnion('ask', [
  /** Opens the workspace as the program does: when it is started, as a new one, or as the team's, joined or joined further. */
  z.object({ ask: z.enum(ways), place: placeSchema, now: z.number() }),
  /** Makes these pages (title and Markdown) in the workspace that is open, and shares it. */
  z.object({
    ask: z.literal('furnish'),
    place: placeSchema,
    pages: z.array(z.object({ title: z.string(), body: z.string() })),
    now: z.number(),
  }),
  z.object({ ask: z.literal('close') }),
  /** `now`: what this computer's clock says, in milliseconds. */
  z.object({ ask: z.literal('act'), act: actSchema, now: z.number() }),
  z.object({ ask: z.literal('arm'), fault: faultSchema.nullable() }),
])
export type Asked = z.infer<typeof askedSchema>

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('waiting'), sentence: z.string(), nextStep: z.string() }),
  z.object({ kind: z.literal('refused'), code: z.string(), sentence: z.string(), nextStep: z.string() }),
])

export const saidSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('takes-out'), words: z.array(z.string()) }),
  z.object({ say: z.literal('has-kept'), words: z.array(z.string()) }),
  z.object({ say: z.literal('dies'), point: z.string() }),
  z.object({ say: z.literal('outcome'), outcome: outcomeSchema }),
  z.object({
    say: z.literal('opened'),
    notices: z.array(z.string()),
    readOnly: z.string().nullable(),
    recovered: z.number(),
  }),
  z.object({
    say: z.literal('armed'),
    writes: z.number(),
    reads: z.number(),
    faulty: z.array(z.string()),
    names: z.array(z.string()),
  }),
  /** Something that the program should have answered in words was thrown instead. */
  z.object({ say: z.literal('fault'), stack: z.string() }),
])
export type Said = z.infer<typeof saidSchema>
