import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { many } from '../make-workspace.ts'
import { cli, type Measure, timed } from '../measure.ts'
import { offerPage } from '../offer-pages.ts'

/** Every page and service of the workspace, checked from the command line: cold, then with what was remembered. */
export const check: Measure = {
  name: 'check',
  async run({ workspace, scratch }) {
    const go = (data: string) =>
      timed(process.execPath, [cli, 'check', workspace, '--format', 'json'], {
        env: { SIGNPOST_DATA: join(scratch, data) },
        ends: [0, 1],
      })
    const cold = [1, 2, 3].map(run => go(`data-${run}`))
    const again = [1, 2, 3].map(run => {
      appendFileSync(join(workspace, offerPage(0, many.pages).path), `\nChanged ${run}.\n`)
      return go('data-1')
    })
    return [
      { what: 'check of 1,000 pages and 200 services', unit: 'ms', runs: cold },
      { what: 'check again after one page changed', unit: 'ms', runs: again },
    ]
  },
}
