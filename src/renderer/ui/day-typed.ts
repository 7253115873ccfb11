import { dayIn } from '../../shared/feedback/day-in.ts'

/** What is no day, in a sentence; nothing at all is no trouble. */
export function dayTrouble(text: string): string | null {
  const words = text.trim()
  return words === '' || dayIn(words) !== null
    ? null
    : `“${words.slice(0, 40)}” is no day. Write the day, the month and the year, such as 3 April 2027 or 3/4/2027.`
}

/** What was typed as it is kept: a day as `2027-04-03`, anything else as it stands. */
export function meaningOf(text: string): string {
  return dayIn(text.trim()) ?? text.trim()
}
