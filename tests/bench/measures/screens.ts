import * as desk from '../../../src/main/desk/index.ts'
import type { PageId } from '../../../src/shared/content/index.ts'
import { inTurns, type Measure, type Row, rowOf, type Sample, sampled } from '../measure.ts'
import { pageId } from '../offer-pages.ts'
import { openDesk } from '../open-desk.ts'
import { orThrow, screenAsks } from '../screen-asks.ts'
import { addTeamRecords } from '../team-records.ts'

/**
 * What each screen asks of the main process, in a workspace of 1,000 pages, 20,000 review records and 12 finished
 * evaluations. Every answer is measured when somebody has just said something of a page, so that nothing that was worked out
 * before holds any more; and asked again, when nothing has changed.
 */
export const screens: Measure = {
  name: 'screens',
  async run({ workspace, scratch }) {
    const evaluations = addTeamRecords(workspace)
    const { session, close } = await openDesk(workspace, scratch)
    try {
      const snapshots: string[] = []
      for (const evaluation of evaluations) snapshots.push(orThrow(await desk.finishEvaluation(session, evaluation)).id)
      const open = orThrow(await desk.beginEvaluation(session, 'se7-framework', 'One more')).id
      await deleteSome(session)
      const asks = await screenAsks(session, { snapshots, open })
      // The first look at everything reads it once, as opening the window does.
      for (const { ask } of asks) await ask()
      let said = 20
      const changed = async (ask: () => unknown): Promise<Sample> => {
        said += 1
        orThrow(await desk.stillAccurate(session, pageId(said) as PageId))
        return sampled(ask)
      }
      const found: Row[] = []
      for (const { what, ask } of asks) {
        const samples = await inTurns(4, { changed: () => changed(ask), again: () => sampled(ask) })
        found.push(
          rowOf(`${what}, after somebody said something`, samples.changed, { below: 200 }),
          rowOf('  asked again', samples.again, { below: 200 }),
        )
      }
      return found
    } finally {
      await close()
    }
  },
}

/** Something for the list of what was deleted. */
async function deleteSome(session: desk.Session): Promise<void> {
  for (let number = 0; number < 10; number++) {
    const wish = {
      kind: 'page' as const,
      title: `A page for a day ${number}`,
      section: 'health',
      template: 'topic' as const,
    }
    orThrow(await desk.removePage(session, orThrow(await desk.createPage(session, wish)).id))
  }
}
