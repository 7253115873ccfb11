import type { Entry } from '../../shared/content/index.ts'
import { renderEntry, renderedFaults, type SiteIndex } from '../../shared/site/index.ts'
import { breather } from '../files/index.ts'
import { hashOf } from './manifest.ts'

/** Which HTML of an entry was looked at last, and what was found. An entry is another object once its words are others. */
export type RenderedCheck = WeakMap<Entry, { html: string; faults: readonly string[] }>

/** What is wrong with each of these as it will stand on this site, by id; those without a fault are left out. */
export async function faultsAsRendered(
  site: SiteIndex,
  entries: readonly Entry[],
  known: RenderedCheck,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  const breathe = breather()
  for (const entry of entries) {
    const html = renderEntry(site, entry)
    const name = hashOf(html)
    const before = known.get(entry)
    const faults = before?.html === name ? before.faults : renderedFaults(html)
    known.set(entry, { html: name, faults })
    if (faults.length > 0) found.set(entry.fields.id, faults)
    // Whoever is typing is answered in between: the first publish of a site looks at every page of it.
    await breathe()
  }
  return found
}
