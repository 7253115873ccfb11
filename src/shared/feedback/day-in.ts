import { datesIn, isoOf } from '../checks/dates.ts'
import { type IsoDate, isoDateSchema } from '../content/ids.ts'

/** `2026-10-03`, `03/10/2026` (the day first, as it is written here), “3 October 2026”; the time of day is left out. */
export function dayIn(text: string): IsoDate | null {
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? []
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})(?:\D|$)/.exec(text) ?? []
  const [said] = datesIn(text)
  const found =
    iso ??
    (year === undefined ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) ??
    (said === undefined ? null : isoOf(said))
  return isoDateSchema.safeParse(found).data ?? null
}
