import type { Source } from '../../shared/report/index.ts'
import { familyPlace, gapPlace, historyPlace, pagePlace, places, requirementPlace, reviewPlace } from '../app/places.ts'

/** Where a source of a figure can be seen: a version in the history of its page, a requirement in its checklist, and so on. */
export function addressOf({ kind, id, page, checklist }: Source): string {
  switch (kind) {
    case 'comment':
      return familyPlace(id)
    case 'publish':
      return places.live
    case 'requirement':
      return checklist === undefined ? places.checklists : requirementPlace(checklist, id)
    case 'gap':
      return checklist === undefined ? places.checklists : gapPlace(checklist, id)
    case 'version':
      return page === null ? places.activity : historyPlace(page)
    case 'review':
      return page === null ? places.review : reviewPlace(page)
    case 'page':
      return page === null ? places.pages : pagePlace(page)
  }
}
