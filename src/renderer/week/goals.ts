import { checklistPlace, familyPlace, gapPlace, pagePlace, places, reviewPlace } from '../app/places.ts'
import type { WeekLine } from '../connection/answers.ts'

/** Where a line leads, as an address of the window. */
export function addressOf({ place, id, part }: WeekLine['to']): string {
  if (place === 'page') return id === null ? places.pages : pagePlace(id)
  if (place === 'review') return id === null ? places.review : reviewPlace(id)
  if (place === 'checklist') {
    if (id === null) return places.checklists
    return part === undefined ? checklistPlace(id) : gapPlace(id, part)
  }
  if (place === 'family') return id === null ? places.families : familyPlace(id)
  return places[place]
}
