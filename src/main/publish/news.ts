import { z } from 'zod'
import { isoDateSchema, pageIdSchema, parseRecord, writeRecord } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import type { PublishNews } from '../../shared/site/index.ts'
import { blobOid } from '../git/index.ts'
import type { Decided } from './planned.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * `news.yml`, in the live version alone: what each of the last publishes brought families. The plan adds its own day to
 * what the live version says, so that “What’s new” follows from the live version, on any computer and without a clock.
 */

export const newsName = 'news.yml'

/** Older ones are not new. */
const mostPublishes = 20

const newsSchema = z.array(
  z.object({ on: isoDateSchema, added: z.array(pageIdSchema), changed: z.array(pageIdSchema) }),
)

/** The file as it will be with this plan; on the first publish everything is new, and so nothing is. */
export function newsFile(ready: Decided['ready'], before: readonly PublishNews[], live: SiteFiles, today: string) {
  const isFirst = live.names.size === 0
  const added = idsOf(ready, 'new')
  const changed = idsOf(ready, 'changed')
  const on = isoDateSchema.parse(today)
  const now = isFirst || added.length + changed.length === 0 ? [...before] : withToday(before, { on, added, changed })
  if (now.length === 0) return new Map<string, SiteFiles>()
  const bytes = Buffer.from(writeRecord(now.slice(0, mostPublishes)))
  return new Map([[newsName, { names: new Map([[newsName, blobOid(bytes)]]), read: async () => bytes }]])
}

function idsOf(ready: Decided['ready'], change: 'new' | 'changed') {
  return ready.filter(planned => planned.change === change).map(({ entry }) => entry.fields.id)
}

/** Two publishes of one day are one piece of news: what came in the morning is still new in the evening. */
function withToday(before: readonly PublishNews[], today: PublishNews): PublishNews[] {
  const [newest, ...older] = before
  if (newest?.on !== today.on) return [today, ...before]
  const added = [...new Set([...newest.added, ...today.added])]
  const changed = [...new Set([...newest.changed, ...today.changed])].filter(id => !added.includes(id))
  return [{ on: today.on, added, changed }, ...older]
}

/** A list that cannot be read is no news, and keeps no page from families. */
export async function readNews(files: SiteFiles): Promise<PublishNews[]> {
  if (!files.names.has(newsName)) return []
  const read = parseRecord(new TextDecoder().decode(await files.read(newsName)), newsSchema, 'the list of what is new')
  return isRefusal(read) ? [] : read
}
