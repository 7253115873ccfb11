import type { AppEvent } from '../shared/contract/index.ts'

/** What somebody may be waiting for elsewhere is said by the system, once. */

/** Is handed every event of the program, and notifies of what is news. */
export function newsTo(notify: (sentence: string) => void): (event: AppEvent) => void {
  const last = new Map<AppEvent['kind'], string>()
  return event => {
    const news = newsOf(event)
    if (news !== null && news !== last.get(event.kind)) notify(news)
    if (news !== null) last.set(event.kind, news)
    else if (!isStillSo(event)) last.delete(event.kind)
  }
}

/** What is worth a notification of the system: an end that somebody may have walked away from. */
function newsOf(event: AppEvent): string | null {
  if (event.kind === 'live' && event.state.kind === 'live') return 'The site is live.'
  if (event.kind === 'live' && event.state.kind === 'failed') return event.state.sentence
  if (event.kind === 'sync' && event.state.kind === 'needs-choice') {
    return 'You and a colleague changed the same words. Both are kept until you choose.'
  }
  return null
}

/** Whether what was told before holds still: a question that waits is no news again after each sharing. */
function isStillSo({ kind, ...event }: AppEvent): boolean {
  return kind === 'sync' && 'state' in event && 'choices' in event.state && (event.state.choices ?? 0) > 0
}
