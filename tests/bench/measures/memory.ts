import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Measure } from '../measure.ts'

/** What the checks hold while one page is changed ten thousand times: it must not grow. */
export const memory: Measure = {
  name: 'memory',
  async run() {
    const said = execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8' })
    return heapsSchema.parse(JSON.parse(said)).map(({ edits, heap }) => ({
      what: `memory of the checks after ${edits.toLocaleString('en-GB')} edits`,
      unit: 'MB',
      runs: [heap],
    }))
  },
}

const program = join(import.meta.dirname, '../memory-process.ts')
const heapsSchema = z.array(z.object({ edits: z.number(), heap: z.number() }))
