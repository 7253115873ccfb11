import { z } from 'zod'
import { pageStates } from '../../shared/review/records.ts'

/**
 * What the page list is narrowed to, as it stands in the address, so that going back finds the list as it was.
 * An address that does not fit narrows nothing.
 */
const listSearchSchema = z.object({
  find: z.string().optional().catch(undefined),
  section: z.string().optional().catch(undefined),
  state: z.enum(pageStates).optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  sort: z.enum(['title', 'due', 'changed', 'problems']).optional().catch(undefined),
})

export type ListSearch = z.infer<typeof listSearchSchema>
export type ListSort = NonNullable<ListSearch['sort']>

export function listSearch(search: Record<string, unknown>): ListSearch {
  return listSearchSchema.parse(search)
}
