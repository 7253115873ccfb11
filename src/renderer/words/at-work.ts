import type { PageRow } from '../../shared/contract/index.ts'
import { firstName } from './counts.ts'
import { ago } from './dates.ts'

/** Whoever saved a version this lately may well be writing still. */
const stillMs = 10 * 60_000
/** Two laptops’ clocks are never quite the same; a version from later than this says nothing about now. */
const aheadMs = 2 * 60_000

/**
 * Which colleague is at a page now, as far as it is known: from the versions that came with the last sharing, each of which
 * says who wrote it and when. Nothing more is sent for it, nobody is kept out by it, and null is no promise.
 */
export function atWork(changed: PageRow['changed'], me: string | null, now: Date): string | null {
  if (changed === null || changed.by === me) return null
  const since = now.getTime() - Date.parse(changed.at)
  if (since > stillMs || since < -aheadMs) return null
  return `${firstName(changed.by)} was writing here ${ago(changed.at, now)}`
}
