import type { DueRow, Week } from '../connection/answers.ts'

export interface DueFor {
  rows: DueRow[]
  /** How many more are due that somebody else looks after. */
  others: number
}

/** What is due for one person (and for nobody yet, so that no page is forgotten), oldest first; null is everybody. */
export function dueFor(week: Pick<Week, 'overdue' | 'soon'>, mine: string | null): DueFor {
  const all = [...week.overdue, ...week.soon].sort((a, b) => a.days - b.days)
  const rows = mine === null ? all : all.filter(({ owner }) => owner === mine || owner === '')
  return { rows, others: all.length - rows.length }
}
