import { type PageId, pageIdSchema } from '../../shared/content/index.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../shared/review/records.ts'
import { type AddedRecords, openAddedRecords } from './added-records.ts'
import type { FactCache } from './fact-cache.ts'
import type { Room } from './room.ts'

/** `reviews/<page id>/<ulid>.yml`: what somebody said about a page. */
export interface Reviews extends AddedRecords<ReviewRecord> {
  list(page?: PageId): Promise<ReviewRecord[]>
}

export function openReviews(room: Room, cache: FactCache): Reviews {
  return openAddedRecords(room, cache, {
    top: 'reviews',
    schema: reviewRecordSchema,
    fact: 'record 1',
    largest: 200_000,
    folderOf: record => record.page,
    isFolder: name => pageIdSchema.safeParse(name).success,
    notKept: 'This comment or decision could not be kept. Nothing else was changed.',
    elsewhere: 'another page',
  })
}
