import { inDays, type makeRows } from './pages.ts'

/** What is due of the first few pages. */
export function dueOf(rows: ReturnType<typeof makeRows>) {
  const due = rows
    .slice(0, 10)
    .flatMap(row => (row.reviewDue === null ? [] : [{ ...row, due: row.reviewDue }]))
    .map(({ id, title, section, owner, due: day }) => ({
      id,
      title,
      section,
      owner,
      due: day,
      days: Math.round((Date.parse(day) - Date.parse(inDays(0))) / 86_400_000),
      reason: 'Last checked in May, no problems.',
    }))
  return { overdue: due.filter(row => row.days < 0), soon: due.filter(row => row.days >= 0 && row.days < 8) }
}
