import { type IsoDate, isoDateSchema, monthNames } from '../content/index.ts'

const fullDate = new RegExp(
  String.raw`(?<before>\w+ )?\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>${monthNames.join('|')}) (?<year>\d{4})\b`,
  'gi',
)
/** What begins on a day goes on after it. */
const begins = /^(?:from|since|after|starting|starts|begins|beginning) $/i

/**
 * The last day on which something is on, by the words under “When”: the latest date that they name in full. Null where they name none, or say
 * that it begins then.
 */
export function lastDayIn(schedule: string): IsoDate | null {
  const found = [...schedule.matchAll(fullDate)].map(({ groups = {} }) => {
    if (begins.test(groups.before ?? '')) return null
    const month = monthNames.findIndex(name => name.toLowerCase() === groups.month?.toLowerCase()) + 1
    const written = `${groups.year}-${String(month).padStart(2, '0')}-${groups.day?.padStart(2, '0')}`
    return isoDateSchema.safeParse(written).data ?? null
  })
  if (found.length === 0 || found.includes(null)) return null
  return found.toSorted().at(-1) ?? null
}
