import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { many } from '../make-workspace.ts'
import { cli, inTurns, type Measure, rowOf, run, sampled } from '../measure.ts'
import { offerPage } from '../offer-pages.ts'

/** Every page and service of the workspace, checked from the command line: cold, then with what was remembered. */
export const check: Measure = {
  name: 'check',
  async run({ workspace, scratch }) {
    const go = (data: string) =>
      sampled(() =>
        run(process.execPath, [cli, 'check', workspace, '--format', 'json'], {
          env: { SIGNPOST_DATA: join(scratch, data) },
          ends: [0, 1],
        }),
      )
    await go('data-0')
    const samples = await inTurns(3, {
      cold: round => go(`data-${round}`),
      async again(round) {
        appendFileSync(join(workspace, offerPage(0, many.pages).path), `\nChanged ${round}.\n`)
        return go('data-0')
      },
    })
    return [
      rowOf('check of 1,000 pages and 200 services', samples.cold),
      rowOf('check again after one page changed', samples.again),
    ]
  },
}
