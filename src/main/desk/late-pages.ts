import type { PageId } from '../../shared/content/index.ts'
import { dayInWords, type Late } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import type { Session } from './session.ts'
import { withdrawnPages } from './withdraw.ts'

/** Pages of which a publish on this day warns families, or which it takes off the site, because nobody checks them. */
export async function latePages(session: Session, today: string): Promise<ReadonlyMap<PageId, Late>> {
  const known = await session.knowing.all()
  return new Map([...known].flatMap(([id, { late }]) => (late !== null && late.from <= today ? [[id, late]] : [])))
}

/** The pages that an earlier state of the site must not bring back: withdrawn, or too long without a check. */
export async function offTheSite(session: Session, today: string): Promise<ReadonlySet<string>> {
  const late = [...(await latePages(session, today))]
  return new Set([
    ...(await withdrawnPages(session)),
    ...late.flatMap(([id, { act }]) => (act === 'step-down' ? [id] : [])),
  ])
}

/** What is said of it on the first screen while somebody can still do something about it; empty where there is nothing. */
export function lateInWords({ late, live }: Known, today: string): string {
  if (late === null) return ''
  const day = dayInWords(late.from)
  if (late.act === 'warn')
    return late.from > today
      ? ` From ${day} on, the site tells families that it was not checked.`
      : ' It is so late that the site tells families so.'
  if (late.from > today) return ` From ${day} on, a publish takes it off the site.`
  return live === null ? ' It stays off the site until somebody checks it.' : ' The next publish takes it off the site.'
}
