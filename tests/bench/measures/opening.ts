import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as desk from '../../../src/main/desk/index.ts'
import { makeWorkspace } from '../make-workspace.ts'
import { type Measure, timedAsync } from '../measure.ts'
import { openDesk } from '../open-desk.ts'

/** A workspace of 5,000 pages, from nothing open to a list that can be chosen from: with nothing remembered, and later. */
export const opening: Measure = {
  name: 'opening',
  async run({ scratch }) {
    const workspace = join(scratch, 'large')
    mkdirSync(workspace)
    makeWorkspace(workspace, { pages: 5000, services: 200, versions: 500 })
    const first: number[] = []
    const later: number[] = []
    for (const run of [1, 2, 3]) {
      const data = join(scratch, `data-${run}`)
      for (const rows of [first, later]) {
        const list = async () => {
          const opened = await openDesk(workspace, data)
          await desk.listPages(opened.session)
          return opened
        }
        let opened: Awaited<ReturnType<typeof list>> | null = null
        rows.push(
          await timedAsync(async () => {
            opened = await list()
          }),
        )
        await (opened as Awaited<ReturnType<typeof list>> | null)?.close()
      }
    }
    return [
      { what: 'opening 5,000 pages, first time', unit: 'ms', runs: first },
      { what: 'opening 5,000 pages, later', unit: 'ms', runs: later },
    ]
  },
}
