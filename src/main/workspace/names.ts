import { ulid } from 'ulid'
import { type PageId, pageIdSchema } from '../../shared/content/ids.ts'

/** A new page's id. It sorts by the time it was made, and no two computers make the same. */
export function newPageId(now: Date): PageId {
  return pageIdSchema.parse(ulid(now.getTime()))
}
