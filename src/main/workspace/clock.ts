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
  return `This laptop’s clock says ${sayWhen(now)}, but the newest version of a page here was made ${sayWhen(new Date(newestVersion))}. Your work is safe. Please check the date and time in this laptop’s settings, because review dates depend on them. If they are right, ask whoever made that version to check theirs.`
}

/** The same for a server that says what time it is there. Which of the two is wrong, a person sees at once. */
export function serverClockTrouble(now: Date, served: Date): { sentence: string; nextStep: string } | null {
  if (Math.abs(now.getTime() - served.getTime()) <= toleratedMs) return null
  return {
    sentence: `This laptop’s clock says ${sayWhen(now)}, but the shared copy’s server says ${sayWhen(served)}.`,
    nextStep: 'If this laptop’s is wrong, set it in its settings: review dates and “who changed it when” depend on it.',
  }
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
