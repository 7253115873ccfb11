import { isoDateSchema } from '../../../shared/content/index.ts'
import { reasonTrouble } from '../../words/reasons.ts'

interface Typed {
  reason: string
  until: string
  today: string
}

/** What is still missing, in the order of the fields; null where nothing is. */
export function troubleIn({ reason, until, today }: Typed): { reason: string | null; until: string | null } {
  return {
    reason: reasonTrouble(reason),
    until: untilTrouble(until, today),
  }
}

function untilTrouble(until: string, today: string): string | null {
  if (until === '') return null
  if (!isoDateSchema.safeParse(until).success) return 'Write the day in full, or leave it empty.'
  return until < today ? 'This day has gone by. Choose one that is still to come, or leave it empty.' : null
}
