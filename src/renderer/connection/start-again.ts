import type { QueryClient } from '@tanstack/react-query'
import { orpc } from './api.ts'

/**
 * A workspace was opened or closed: asks who we talk to now, and forgets all that was known of another workspace. True
 * when one is open now.
 */
export async function startAgain(queries: QueryClient): Promise<boolean> {
  const hello = orpc.start.hello.queryKey()
  const { opened } = await queries.fetchQuery({ ...orpc.start.hello.queryOptions(), staleTime: 0 })
  const isOfWorkspace = (query: { queryKey: readonly unknown[] }) =>
    JSON.stringify(query.queryKey) !== JSON.stringify(hello)
  queries.removeQueries({ type: 'inactive', predicate: isOfWorkspace })
  // Without a workspace there is nothing to ask of it; the places that asked go away with it.
  if (opened !== null) await queries.resetQueries({ predicate: isOfWorkspace })
  return opened !== null
}
