import { z } from 'zod'
import { toldSchema } from '../merge/told.ts'
import { base, okSchema, orRefusal } from './common.ts'

/** What was told of putting two people's work together, until it is put away. */
export const toldContract = {
  all: base.output(orRefusal(z.object({ kind: z.literal('told'), told: z.array(toldSchema) }))),
  /** Puts this person's values where a colleague's stand, and tells it no more. */
  takeMine: base.input(toldSchema.pick({ id: true })).output(orRefusal(okSchema)),
  /** Putting away what is not there is no fault. */
  putAway: base.input(toldSchema.pick({ id: true })).output(orRefusal(okSchema)),
}
