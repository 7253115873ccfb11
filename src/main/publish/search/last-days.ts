import { lastDayIn } from '../../../shared/directory/index.ts'
import { addressOf, type SiteIndex, type TextFile } from '../../../shared/site/index.ts'
import type { PageInIndex } from './searched.ts'

/**
 * The last day of each service that has one, by the name under which the search finds it: what is over stands behind the
 * rest. The reader's browser looks at its calendar, so that no publish is needed for a day to pass.
 */
export function lastDaysFile(site: SiteIndex, searched: readonly PageInIndex[]): TextFile {
  const days = lastDays.get(site.services) ?? lastDaysOf(site.services)
  lastDays.set(site.services, days)
  const named: [string, string][] = []
  for (const { address, name } of days.size === 0 ? [] : searched) {
    const day = address.startsWith('/services/') ? days.get(address) : undefined
    if (day !== undefined) named.push([name, day])
  }
  return { path: 'search/last-days.json', content: `${JSON.stringify(Object.fromEntries(named))}\n` }
}

/** A site of which no service is other has the same list of them. */
const lastDays = new WeakMap<SiteIndex['services'], ReadonlyMap<string, string>>()

function lastDaysOf(services: SiteIndex['services']): ReadonlyMap<string, string> {
  return new Map(
    services.flatMap(service => {
      const day = lastDayIn(service.fields.schedule)
      return day === null ? [] : [[addressOf(service), day] as const]
    }),
  )
}
