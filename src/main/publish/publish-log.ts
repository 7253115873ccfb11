import { z } from 'zod'
import type { publishRecordSchema } from '../../shared/contract/index.ts'
import type { BranchVersion, History } from '../git/index.ts'
import { type Known, seenByFamilies } from './live-state.ts'
import type { Planned } from './planned.ts'

/** Earlier publishes, from the log of the live version: who, when and what, kept where every colleague has it. */

export type PublishRecord = z.infer<typeof publishRecordSchema>

const idTrailer = 'Publish-Id'
const pagesTrailer = 'Publish-Pages'
const whyTrailer = 'Publish-Why'
const reasonTrailer = 'Publish-Reason'
/** The first publish of a site has a thousand, and nobody reads them one by one. */
const mostReasons = 50

/** A version that Signpost did not write has no id of its own, and is known by its name. */
export function publishIdOf(version: BranchVersion): string {
  return version.trailers[idTrailer] ?? version.version
}

/** What is noted with a live version: titles, why each goes out, and the reason for all of it. Each stands on one line, whatever is in it. */
export function trailersFor(
  publish: string,
  titles: readonly string[],
  why: readonly string[] = [],
  reason = '',
): Record<string, string> {
  const noted = { [idTrailer]: publish, [pagesTrailer]: JSON.stringify(titles) }
  return {
    ...noted,
    ...(why.length > 0 && { [whyTrailer]: JSON.stringify(why.slice(0, mostReasons)) }),
    ...(reason !== '' && { [reasonTrailer]: JSON.stringify(reason) }),
  }
}

/** Newest first, by what is known of the web. */
export async function publishes(history: Pick<History, 'logOf'>, known: Known): Promise<PublishRecord[]> {
  const log = await history.logOf('live')
  const [newest] = log
  const current = seenByFamilies(known, newest === undefined ? null : publishIdOf(newest))
  return log.map(version => ({
    publish: publishIdOf(version),
    at: version.at,
    by: version.by,
    sentence: version.sentence,
    pages: noted(version, pagesTrailer, wordsSchema) ?? [],
    why: noted(version, whyTrailer, wordsSchema) ?? [],
    reason: noted(version, reasonTrailer, z.string()) ?? '',
    current: publishIdOf(version) === current,
    reached: reachedOf(publishIdOf(version), known),
  }))
}

function reachedOf(publish: string, { pending }: Known): PublishRecord['reached'] {
  if (pending?.publish !== publish) return 'sent'
  return pending.stage === 'deliver' && pending.begun ? 'perhaps' : 'not-sent'
}

const wordsSchema = z.array(z.string())

function noted<T>({ trailers }: BranchVersion, trailer: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(trailers[trailer] ?? 'null')).data
  } catch {
    return undefined
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
