import type { DrawnLook, IsoDate } from '../../shared/content/index.ts'
import { countedCriteria } from '../../shared/site/index.ts'
import type { Looking } from './look-at-pages.ts'

/** What the accessibility statement says of a look at all pages; null where some were not looked at. */
export function drawnLookOf({ status, total, looked }: Looking, on: IsoDate): DrawnLook | null {
  if (status !== 'done' || total === 0 || looked.some(({ found }) => found === null)) return null
  const ofPages = looked.map(({ found }) => new Set(found?.criteria ?? []))
  const found = countedCriteria(ofPages.flatMap(criteria => [...criteria])).map(criterion => ({
    criterion,
    pages: ofPages.filter(criteria => criteria.has(criterion)).length,
  }))
  return { on, pages: total, found }
}
