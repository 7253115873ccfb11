import { z } from 'zod'
import type { publishRecordSchema } from '../../shared/contract/index.ts'
import type { BranchVersion, History } from '../git/index.ts'
import type { Planned } from './planned.ts'

/** Earlier publishes, from the log of the live version: who, when and what, kept where every colleague has it. */

export type PublishRecord = z.infer<typeof publishRecordSchema>

const idTrailer = 'Publish-Id'
const pagesTrailer = 'Publish-Pages'

/** A version that Signpost did not write has no id of its own, and is known by its name. */
export function publishIdOf(version: BranchVersion): string {
  return version.trailers[idTrailer] ?? version.version
}

/** What is noted with a live version. Titles stand on one line, whatever is in them. */
export function trailersFor(publish: string, titles: readonly string[]): Record<string, string> {
  return { [idTrailer]: publish, [pagesTrailer]: JSON.stringify(titles) }
}

/** Newest first; `current` is the one that was seen on the web. */
export async function publishes(history: Pick<History, 'logOf'>, seen: string | null): Promise<PublishRecord[]> {
  return (await history.logOf('live')).map(version => ({
    publish: publishIdOf(version),
    at: version.at,
    by: version.by,
    sentence: version.sentence,
    pages: titlesOf(version),
    current: publishIdOf(version) === seen,
  }))
}

const titlesSchema = z.array(z.string())

function titlesOf({ trailers }: BranchVersion): string[] {
  try {
    return titlesSchema.safeParse(JSON.parse(trailers[pagesTrailer] ?? '[]')).data ?? []
  } catch {
    return []
  }
}

/** “Published Young carers, Support in college and 3 more”; `checked` pages only say another day under “Last reviewed”. */
export function publishSentence(ready: readonly Planned[], checked: number): string {
  const titles = ready.map(({ entry }) => entry.fields.title.replace(/\s+/g, ' ').trim())
  const named = titles.slice(0, 2)
  const more = titles.length - named.length
  if (titles.length === 0 && checked > 0) return 'Published when pages were last reviewed'
  if (titles.length === 0) return 'Published the settings of the site'
  return `Published ${more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ')}`
}
