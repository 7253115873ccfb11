import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Measure } from '../measure.ts'

/** What the checks hold while one page is changed ten thousand times, and while ten thousand files are read: it must not grow. */
export const memory: Measure = {
  name: 'memory',
  async run({ scratch }) {
    const edits = z.array(z.object({ edits: z.number(), heap: z.number() }))
    const files = z.array(z.object({ files: z.number(), heap: z.number() }))
    return [
      ...edits.parse(heapsOf('memory-process.ts')).map(each => rowOf(each.edits, 'edits', each.heap)),
      ...files.parse(heapsOf('check-memory-process.ts', scratch)).map(each => rowOf(each.files, 'files', each.heap)),
    ]
  },
}

function heapsOf(program: string, ...words: string[]): unknown {
  const path = join(import.meta.dirname, '..', program)
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', path, ...words], { encoding: 'utf8' }))
}

function rowOf(count: number, what: string, heap: number) {
  return {
    what: `memory of the checks after ${count.toLocaleString('en-GB')} ${what}`,
    unit: 'MB' as const,
    runs: [heap],
  }
}
