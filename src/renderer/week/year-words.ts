import { monthNames } from '../../shared/content/index.ts'
import type { Span } from '../../shared/review/index.ts'

const names: Readonly<Record<string, string>> = { late: 'Late', later: 'Later than that', none: 'No review date' }

/** “Late”, “November 2026”, “No review date”. */
export function spanWords({ id }: Pick<Span<unknown>, 'id'>): string {
  const [year, month] = id.split('-')
  return names[id] ?? `${monthNames[Number(month) - 1]} ${year}`
}
