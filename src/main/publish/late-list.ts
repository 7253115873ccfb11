import { z } from 'zod'
import { pageIdSchema, parseRecord, writeRecord } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import type { Late } from '../../shared/review/index.ts'
import { blobOid } from '../git/index.ts'
import type { Versioned } from './planned.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * `late.yml`, in the live version alone: the pages that tell families that nobody has checked them for long. The plan
 * writes it on its day, so that the live version says the same at any time after, on any computer, and without a clock.
 */

export const lateName = 'late.yml'

const lateSchema = z.object({ pages: z.array(pageIdSchema) })

/** What the team's policy does on the day of the plan, by the page's id. */
export type LateById = ReadonlyMap<string, Late>

/** The file for these pages with the version it is in; none where there is nothing to say. */
export function lateFile(after: readonly Versioned[], late: LateById): Map<string, SiteFiles> {
  if (late.size === 0) return new Map()
  const pages = after.map(({ entry }) => entry.fields.id).filter(id => late.get(id)?.act === 'warn')
  if (pages.length === 0) return new Map()
  const bytes = Buffer.from(writeRecord({ pages: pages.toSorted() }))
  return new Map([[lateName, { names: new Map([[lateName, blobOid(bytes)]]), read: async () => bytes }]])
}

/** A list that cannot be read warns of nothing: it is no reason to keep a page from families. */
export async function readLate(files: SiteFiles): Promise<ReadonlySet<string>> {
  if (!files.names.has(lateName)) return new Set()
  const read = parseRecord(new TextDecoder().decode(await files.read(lateName)), lateSchema, 'the list of late pages')
  return new Set(isRefusal(read) ? [] : read.pages)
}
