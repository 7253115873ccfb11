import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeWorkspace } from '../make-workspace.ts'
import { inTurns, type Measure, rowOf, type Sample } from '../measure.ts'

/** A workspace of 5,000 pages, opened on a computer that has never seen it, and on one that has. */
export const opening: Measure = {
  name: 'opening',
  async run({ scratch }) {
    const workspace = join(scratch, 'large')
    mkdirSync(workspace)
    makeWorkspace(workspace, { pages: 5000, services: 200, versions: 500 })
    const open = async (data: string, ...words: string[]) => openOnce([workspace, join(scratch, data), ...words])
    await open('data-0', 'stay')
    const samples = await inTurns(4, {
      first: round => open(`data-${round}`),
      later: () => open('data-0'),
    })
    return [
      rowOf('opening 5,000 pages, first time', samples.first, { below: 2_000 }),
      rowOf('opening 5,000 pages, later', samples.later, { below: 2_000 }),
    ]
  },
}

const program = join(import.meta.dirname, '../opening-process.ts')
const sampleSchema = z.object({ ms: z.number(), cpu: z.number().nullable() })

function openOnce(words: readonly string[]): Sample {
  const said = execFileSync(process.execPath, [program, ...words], { encoding: 'utf8' })
  return sampleSchema.parse(JSON.parse(said))
}
