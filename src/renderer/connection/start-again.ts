import type { QueryClient } from '@tanstack/react-query'
import { orpc } from './api.ts'

/** A workspace was opened or closed: asks who we talk to now, and forgets all that was known of another workspace. */
export async function startAgain(queries: QueryClient): Promise<void> {
  const hello = orpc.start.hello.queryKey()
  await queries.fetchQuery({ ...orpc.start.hello.queryOptions(), staleTime: 0 })
  const isOfWorkspace = (query: { queryKey: readonly unknown[] }) =>
    JSON.stringify(query.queryKey) !== JSON.stringify(hello)
  queries.removeQueries({ type: 'inactive', predicate: isOfWorkspace })
  await queries.resetQueries({ predicate: isOfWorkspace })
}
