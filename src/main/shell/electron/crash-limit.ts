const minute = 60_000
const tooOften = 3

/** Whether to load the window again after it crashed, given the moments (in milliseconds) at which it did. */
export function mayTryAgain(crashes: readonly number[], now: number): boolean {
  return crashes.filter(at => now - at < minute).length < tooOften
}
