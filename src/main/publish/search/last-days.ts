import { lastDayIn } from '../../../shared/directory/index.ts'
import { addressOf, type SiteIndex, type TextFile } from '../../../shared/site/index.ts'
import type { PageInIndex } from './searched.ts'

/**
 * The last day of each service that has one, by the name under which the search finds it: what is over stands behind the
 * rest. The reader's browser looks at its calendar, so that no publish is needed for a day to pass.
 */
export function lastDaysFile(site: SiteIndex, searched: readonly PageInIndex[]): TextFile {
  const days = new Map(
    site.services.flatMap(service => {
      const day = lastDayIn(service.fields.schedule)
      return day === null ? [] : [[addressOf(service), day] as const]
    }),
  )
  const named = searched.flatMap(page => {
    const day = days.get(page.address)
    return day === undefined ? [] : [[page.name, day]]
  })
  return { path: 'search/last-days.json', content: `${JSON.stringify(Object.fromEntries(named))}\n` }
}
