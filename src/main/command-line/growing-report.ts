import type { Refusal } from '../../shared/outcome.ts'
import type { CheckEnd, FileReport } from './desk-port.ts'

/** What `check` says, as text that grows file by file: of thousands of files none is kept. */
export interface GrowingReport {
  file(report: FileReport): string
  end(sums: Sums): string
  /** Instead of an end: why it goes no further. What was written by then is a whole document with it. */
  brokenOff(refusal: Refusal, sums: Sums): string
}

export interface Sums extends CheckEnd {
  summary: { errors: number; warnings: number; notices: number }
}
