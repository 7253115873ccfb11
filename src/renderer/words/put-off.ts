import { firstName } from './counts.ts'
import { calendarDay } from './dates.ts'

interface PutOff {
  by: string
  until: string
  reason: string
}

/** Who lets it wait, until when and why; empty where nobody does, and once its last day is over. */
export function putOffWords(putOff: PutOff | null, now: Date): string {
  if (putOff === null || putOff.until < now.toLocaleDateString('sv-SE')) return ''
  return `${firstName(putOff.by)} put it off until ${calendarDay(putOff.until, now)}: “${putOff.reason}”`
}
