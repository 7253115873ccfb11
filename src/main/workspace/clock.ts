import type { Instant } from '../../shared/content/ids.ts'

/** Two computers are never at exactly the same time; below this, nobody is bothered. */
const toleratedMs = 10 * 60 * 1000

/**
 * The sentence for a clock that is wrong, or null. The newest version of the workspace cannot come from the future, so a
 * clock that is earlier is behind (or the colleague's was ahead): review dates and the order of versions depend on it.
 */
export function clockNotice(now: Date, newestVersion: Instant | null): string | null {
  if (newestVersion === null) return null
  if (now.getTime() + toleratedMs >= Date.parse(newestVersion)) return null
  return `This computer’s clock says ${sayWhen(now)}, but the newest version of a page here was made ${sayWhen(new Date(newestVersion))}. Your work is safe. Please check the date and time in this computer’s settings, because review dates depend on them.`
}

/** “22 November 2026 at 10:42”, in this computer's own time zone. */
export function sayWhen(at: Date): string {
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${sayTime(at)}`
}

/** “10:42”, in this computer's own time zone. */
export function sayTime(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })
}
