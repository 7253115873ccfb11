import { z } from 'zod'
import { pageIdSchema } from '../../shared/content/index.ts'

/** What the list is narrowed to, as it stands in the address. An address that does not fit narrows nothing. */
const activitySearchSchema = z.object({
  by: z.string().optional().catch(undefined),
  page: pageIdSchema.optional().catch(undefined),
})

export type ActivitySearch = z.infer<typeof activitySearchSchema>

export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  return activitySearchSchema.parse(search)
}
