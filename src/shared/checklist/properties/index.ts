import { birthTo25 } from './birth-to-25.ts'
import { commentsAnswered } from './comments-answered.ts'
import { feedbackRoute } from './feedback-route.ts'
import { keptCurrent } from './kept-current.ts'
import { onTheWeb } from './on-the-web.ts'
import { otherFormats } from './other-formats.ts'
import type { Measured, Property, SiteFacts } from './property.ts'
import { searchWorks } from './search-works.ts'
import { servicesSayWho } from './services-say-who.ts'
import { statementPublished } from './statement-published.ts'

export type { Measured, Property, SiteFacts } from './property.ts'

/** Everything of the whole site that is measured. A new one is one file, and one line here. */
export const properties: readonly Property[] = [
  onTheWeb,
  searchWorks,
  statementPublished,
  otherFormats,
  feedbackRoute,
  commentsAnswered,
  keptCurrent,
  servicesSayWho,
  birthTo25,
]

const rank = { yes: 0, limited: 1, no: 2 } as const

/** What is measured for a requirement or for those that ask the same; null where nothing is. The most careful counts. */
export function measuredFor(ids: readonly string[], facts: SiteFacts): Measured | null {
  const measured = properties
    .filter(({ answers }) => answers.some(id => ids.includes(id)))
    .map(property => property.measure(facts))
  if (measured.length === 0) return null
  const status = measured.map(each => each.status).reduce((a, b) => (rank[a] > rank[b] ? a : b))
  return { status, why: measured.map(({ why }) => why).join(' ') }
}
