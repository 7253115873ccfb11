import { sizeInWords } from '../../shared/content/index.ts'
import type { Progress } from './question.ts'

export interface ThingsProgress {
  /** What the server says while it gets an answer ready. */
  hear(words: string): void
  /** So many things of `of` came, or went, in so many bytes. */
  passed(done: number, of: number, bytes: number): void
}

/** As often as anybody can read. */
const everyMs = 100

/** What the server counts, in its own words (git's progress lines), and in ours. */
const counts = /(Counting|Compressing) objects:\s+\d+% \((\d+)\/(\d+)\)/g

/**
 * How far it is with what comes or goes. How many things that are is known as soon as they begin to, how many bytes nobody
 * knows before: so things are counted against their number, and bytes are only told.
 */
export function thingsProgress(
  sentence: string,
  onProgress: ((progress: Progress) => void) | undefined,
): ThingsProgress {
  let last = Number.NEGATIVE_INFINITY
  let known = 0
  const tell = (progress: Progress, isLast: boolean) => {
    const now = performance.now()
    if (!isLast && now - last < everyMs) return
    last = now
    onProgress?.(progress)
  }
  tell({ sentence, done: 0, total: null }, true)
  return {
    hear(words) {
      for (const [, , done, total] of words.matchAll(counts)) {
        tell({ sentence: gettingReady, done: Number(done), total: Number(total) }, false)
      }
    },
    passed(done, of, bytes) {
      tell({ sentence: `${sentence}${soFar(bytes)}`, done, total: of }, done === of || of !== known)
      // How many there are is told at once: a line may fall silent right after it.
      known = of
    },
  }
}

/** In steps: a log has a line for each new sentence. */
function soFar(bytes: number): string {
  const step = bytes < 10_000_000 ? 1_000_000 : 10_000_000
  return bytes < step ? '' : `: ${sizeInWords(bytes - (bytes % step))} so far`
}

const gettingReady = 'The shared copy’s server is getting everything ready'
