import type { Instant } from '../../shared/content/ids.ts'
import { type Desk, headOf } from './desk.ts'
import { commitsSince, readRef } from './repository.ts'
import { seenRef } from './sync.ts'

/** What is on this laptop only: how many versions, and when the first of them was made. */
export interface Unshared {
  changes: number
  since: Instant | null
}

/** Reading a version takes about 2 ms, and whoever has this many to share need not know how many exactly. */
const most = 500

export async function unsharedOf(desk: Desk): Promise<Unshared> {
  const seen = await readRef(desk.repository, seenRef)
  const found: Unshared = { changes: 0, since: null }
  for await (const { at } of commitsSince(desk.repository, await headOf(desk), oid => oid === seen)) {
    found.changes += 1
    found.since = at
    if (found.changes >= most) break
  }
  return found
}
