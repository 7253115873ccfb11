import { z } from 'zod'
import { type Entry, isoDateSchema, pageIdSchema, parseRecord, writeRecord } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import type { Barriers } from '../../shared/site/index.ts'
import { breather } from '../files/index.ts'
import { blobOid } from '../git/index.ts'
import type { Decided } from './planned.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * `barriers.yml`, in the live version alone: what the checks found in each page when it was put on the site, for the
 * accessibility statement. What families see does not change until it is published again, and so neither does what was
 * found in it: of all the pages only those that go out are looked at.
 */

export const barriersName = 'barriers.yml'

const barriersSchema = z.object({
  on: isoDateSchema,
  pages: z.record(pageIdSchema, z.array(z.string().max(10))),
})

/** The success criteria that the words of an entry fail. */
export type BarriersOf = (entry: Entry) => readonly string[]

/** The file as it will be with this plan, and the same as before where no page goes out. */
export async function barriersFile(
  { ready, after }: Pick<Decided, 'ready' | 'after'>,
  barriersOf: BarriersOf,
  live: SiteFiles,
  today: string,
): Promise<Map<string, SiteFiles>> {
  const before = await readBarriers(live)
  if (ready.length === 0) return before === null ? new Map() : new Map([[barriersName, live]])
  const pages: [string, readonly string[]][] = []
  const breathe = breather()
  for (const { entry, from } of after) {
    const { id } = entry.fields
    const found = from === 'live' && before !== null ? (before.pages.get(id) ?? []) : barriersOf(entry)
    if (found.length > 0) pages.push([id, found])
    await breathe()
  }
  pages.sort(([one], [other]) => (one < other ? -1 : 1))
  const bytes = Buffer.from(writeRecord({ on: isoDateSchema.parse(today), pages: Object.fromEntries(pages) }))
  return new Map([[barriersName, { names: new Map([[barriersName, blobOid(bytes)]]), read: async () => bytes }]])
}

/** What cannot be read is as if nobody had looked: the next publish looks at every page. */
export async function readBarriers(files: SiteFiles): Promise<Barriers | null> {
  if (!files.names.has(barriersName)) return null
  const text = new TextDecoder().decode(await files.read(barriersName))
  const read = parseRecord(text, barriersSchema, 'the list of what the checks found')
  return isRefusal(read) ? null : { on: read.on, pages: new Map(Object.entries(read.pages)) }
}
