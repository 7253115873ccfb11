import { z } from 'zod'
import { type IsoDate, isoDateSchema } from '../../shared/content/ids.ts'
import { failsWhy, type Look, unknownWhy } from './look-at-link.ts'

/** What is known of one address, from the days on which it was looked at. */
export const linkKnownSchema = z.object({
  /** The last day on which anything was learned. */
  on: isoDateSchema,
  /** The days on which it failed, first and last, without one between them on which it worked. */
  failed: z.object({ first: isoDateSchema, last: isoDateSchema }).nullable(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('works') }),
    z.object({ kind: z.literal('fails'), why: z.enum(failsWhy), status: z.number().nullable() }),
    z.object({ kind: z.literal('unknown'), why: z.enum(unknownWhy) }),
  ]),
})
export type LinkKnown = z.infer<typeof linkKnownSchema>

export const linksKnownSchema = z.record(z.string(), linkKnownSchema)
export type LinksKnown = z.infer<typeof linksKnownSchema>

/** What is known after another look. A refusal says nothing new of whether the page is there. */
export function afterLook(before: LinkKnown | undefined, look: Look, on: IsoDate): LinkKnown {
  if (look.kind === 'works') return { on, failed: null, state: look }
  if (look.kind === 'unknown') return { on, failed: before?.failed ?? null, state: look }
  return { on, failed: { first: before?.failed?.first ?? on, last: on }, state: look }
}

/** One bad day is a server that was mended the next morning. */
export function isBroken({ failed, state }: LinkKnown): boolean {
  return state.kind === 'fails' && failed !== null && failed.first !== failed.last
}

/** How many days what is known holds: what failed is looked at again the next day, to be sure or to be glad. */
export function holdsFor({ state }: LinkKnown): number {
  return state.kind === 'fails' ? 1 : 7
}
