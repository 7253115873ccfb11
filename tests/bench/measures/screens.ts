import * as desk from '../../../src/main/desk/index.ts'
import type { IsoDate, PageId } from '../../../src/shared/content/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { inTurns, type Measure, type Row, rowOf, type Sample, sampled } from '../measure.ts'
import { pageId } from '../offer-pages.ts'
import { openDesk } from '../open-desk.ts'
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
      const [former = '', newest = ''] = [snapshots.at(0), snapshots.at(-1)]
      const open = orThrow(await desk.beginEvaluation(session, list, 'One more')).id
      const page = pageId(7) as PageId
      const asks: Record<string, () => Promise<unknown>> = {
        'this week': () => desk.week(session),
        'the page list': () => desk.listPages(session),
        'what waits for review': () => desk.waitingForReview(session),
        'a page in review': () => desk.openReview(session, page),
        'the history of a page': () => desk.pageHistory(session, page),
        'coverage of a checklist': () => desk.coverageOf(session, list),
        'the matrix of a checklist': () => desk.matrixIn(session, list),
        'the gaps of a checklist': () => desk.gapsIn(session, list),
        'the list of evaluations': () => desk.listEvaluations(session),
        'an evaluation that goes on': () => desk.openEvaluation(session, open),
        'two evaluations compared': () => desk.compareEvaluations(session, former, newest),
        'a report': () => desk.report(session, { kind: 'monitoring', since: '2026-08-01' as IsoDate, until: null }),
        'families’ comments': () => desk.listComments(session),
        'the whole site': () => desk.siteReport(session),
        'the live site': () => session.live.plan(),
        'what was done': () => session.acts.list({ by: null, page: null, after: null }),
      }
      // The first look at everything reads it once, as opening the window does.
      for (const ask of Object.values(asks)) await ask()
      let said = 20
      const changed = async (ask: () => Promise<unknown>): Promise<Sample> => {
        said += 1
        orThrow(await desk.stillAccurate(session, pageId(said) as PageId))
        return sampled(ask)
      }
      const found: Row[] = []
      for (const [what, ask] of Object.entries(asks)) {
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

const list = 'se7-framework'

function orThrow<T extends object>(answer: T): Exclude<T, { kind: 'refused' }> {
  if (isRefusal(answer)) throw new Error(answer.sentence)
  return answer as Exclude<T, { kind: 'refused' }>
}
