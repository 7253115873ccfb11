import { type WeekFilter, weekFilterSchema } from '../../shared/contract/index.ts'
import type { WeekLine } from '../connection/answers.ts'

/** What the week is narrowed to, as it stands in the address. An address that does not fit narrows nothing. */
export function weekSearch(search: Record<string, unknown>): WeekFilter {
  return weekFilterSchema.parse(search)
}

/** The lines that a view shows; without an owner, those that are mine. */
export function narrowLines(lines: readonly WeekLine[], { owner, kind, risk, section }: WeekFilter): WeekLine[] {
  const isWanted = (line: WeekLine) => {
    if (owner === undefined && !line.mine) return false
    if (owner !== undefined && owner !== 'everyone' && line.owner !== (owner === 'nobody' ? '' : owner)) return false
    return (
      (kind === undefined || line.kind === kind) &&
      (risk === undefined || line.risk === risk) &&
      (section === undefined || line.section === section)
    )
  }
  return lines.filter(isWanted)
}
