import { cli, type Measure, timed } from '../measure.ts'

/** Every page and service of the workspace, checked from the command line: cold, then with what was remembered. */
export const check: Measure = {
  name: 'check',
  async run({ workspace, scratch }) {
    const go = (data: string) =>
      timed(process.execPath, [cli, 'check', workspace, '--format', 'json'], {
        env: { SIGNPOST_DATA: data },
        ends: [0, 1],
      })
    return [
      {
        what: 'check of 1,000 pages and 200 services',
        unit: 'ms',
        runs: [1, 2, 3].map(run => go(`${scratch}/data-${run}`)),
      },
    ]
  },
}
