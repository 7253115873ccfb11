import type { Oid } from '../git/index.ts'
import { barriersName } from './barriers.ts'
import { lateName } from './late-list.ts'
import { newsName } from './news.ts'
import type { SiteFiles } from './site-files.ts'

/** Files that the plan writes itself: they are in the live version and on no desk. */
export const madeByPlan: readonly string[] = [lateName, newsName, barriersName]

/** For the history, which has no content yet of the names that a plan gave to these. */
export async function withMadeBytes(files: SiteFiles): Promise<Map<string, Oid | Uint8Array>> {
  const names = new Map<string, Oid | Uint8Array>(files.names)
  for (const name of madeByPlan) if (names.has(name)) names.set(name, await files.read(name))
  return names
}
