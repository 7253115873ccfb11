import * as desk from '../../src/main/desk/index.ts'
import type { IsoDate, PageId } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { pageId } from './offer-pages.ts'
import { manyComments } from './team-records.ts'

/** What the screens ask of the main process; tests/house/screens-measured.test.ts finds a screen that is left out. */

/** By the name of the question in the contract; one that is asked in several ways has several. */
export interface ScreenAsk {
  api: string
  what: string
  ask(): unknown
}

const list = 'se7-framework'

/** In a workspace with finished evaluations, of which `snapshots` are, and one that goes on. */
export async function screenAsks(
  session: desk.Session,
  { snapshots, open }: { snapshots: readonly string[]; open: string },
): Promise<ScreenAsk[]> {
  const page = pageId(7) as PageId
  const [former = '', newest = ''] = [snapshots.at(0), snapshots.at(-1)]
  const [, version] = await desk.pageHistory(session, page)
  const [first] = (await session.knowing.checklists()).find(({ id }) => id === list)?.sections ?? []
  const requirement = first?.requirements[0]?.id ?? ''
  const survey = manyComments(5000)
  const at = (api: string, what: string, ask: ScreenAsk['ask']): ScreenAsk => ({ api, what, ask })
  return [
    at('week.get', 'this week, and the year ahead', () => desk.week(session)),
    at('week.views', 'the views that somebody keeps', () => desk.weekViews(session)),
    at('week.calendar', 'the review dates as a calendar', () => desk.reviewCalendar(session, { mine: false })),
    at('week.feed', '  and as a file that is kept fresh', () => session.feed.state()),
    at('pages.list', 'the page list', () => desk.listPages(session)),
    at('pages.search', 'a word in all pages', () => session.workspace.search('transport')),
    at('pages.leftOut', 'files that cannot be read', () => desk.leftOut(session)),
    at('pages.open', 'a page in the editor', () => desk.openPage(session, page)),
    at('checks.facts', '  what its checks know', () => session.checking.facts()),
    at('checks.terms', '  what was let be on it', () => desk.termsOf(session, page)),
    at('review.comments', '  the comments beside it', () => desk.commentsOn(session, page)),
    at('review.withdrawn', '  whether it is withdrawn', () => desk.withdrawnOf(session, page)),
    at('pages.paragraphs', '  who changed each paragraph', () => desk.paragraphs(session, page)),
    at('pages.history', 'the history of a page', () => desk.pageHistory(session, page)),
    at('pages.version', '  a former version, to compare', () =>
      desk.pageVersion(session, page, version?.version ?? ''),
    ),
    at('pages.bin', 'recently deleted', () => desk.recentlyDeleted(session)),
    at('media.list', 'pictures and documents', () => desk.listMedia(session)),
    at('review.waiting', 'what waits for review', () => desk.waitingForReview(session)),
    at('review.open', 'a page in review', () => desk.openReview(session, page)),
    at('checklist.list', 'the checklists', () => session.knowing.checklists()),
    at('checklist.coverage', 'coverage of a checklist', () => desk.coverageOf(session, list)),
    at('evaluation.matrix', 'the matrix of a checklist', () => desk.matrixIn(session, list)),
    at('evaluation.gaps', 'the gaps of a checklist', () => desk.gapsIn(session, list)),
    at('lists.stray', 'tags that no checklist asks for', () => desk.strayTags(session)),
    at('evaluation.list', 'the list of evaluations', () => desk.listEvaluations(session)),
    at('evaluation.open', 'an evaluation that goes on', () => desk.openEvaluation(session, open)),
    at('evaluation.lookalikes', '  pages that seem to answer it', () => desk.lookalikes(session, list, requirement)),
    at('evaluation.finished', 'a finished evaluation', () => desk.finishedEvaluation(session, newest)),
    at('evaluation.compare', 'two evaluations compared', () => desk.compareEvaluations(session, former, newest)),
    at('report.list', 'the list of reports', () => desk.listReports(session)),
    at('report.make', 'a monitoring report', () =>
      desk.report(session, { kind: 'monitoring', since: '2026-08-01' as IsoDate, until: null }),
    ),
    at('report.make', 'a year of “You said, we did”', () => desk.report(session, { kind: 'response', year: 2026 })),
    at('report.make', 'the report of an evaluation', () =>
      desk.report(session, { kind: 'evaluation', snapshot: newest }),
    ),
    at('feedback.list', 'families’ comments', () => desk.listComments(session)),
    at('feedback.recognise', '  who could be recognised in one', () => desk.recognise(session, survey.words)),
    at('feedback.readFile', '  5,000 of them in a file, before any is brought in', () =>
      desk.readCommentsFile(session, survey.file),
    ),
    at('feedback.recogniseAll', '  who could be recognised in the next 250 of them', () =>
      desk.recogniseAll(session, survey.next),
    ),
    at('site.report', 'the whole site', () => desk.siteReport(session)),
    at('site.trend', '  how it went week by week', () => session.trend.points()),
    at('site.links', '  where links out lead', () => session.links.links()),
    at('live.plan', 'the live site', () => session.live.plan()),
    at('live.state', '  what families see', () => session.live.state()),
    at('live.before', '  what was published before', () => session.live.before()),
    at('live.hosts', '  web hosts', () => desk.webHosts(session)),
    at('sync.choices', 'what somebody has to choose', () => desk.openChoices(session)),
    at('told.all', '  what putting work together told', () => session.history.told()),
    at('sync.answered', '  what was chosen lately', () => desk.answeredLately(session)),
    at('activity.list', 'what was done', () => session.acts.list({ by: null, page: null, after: null })),
    at('settings.config', 'the settings', () => session.workspace.config()),
    at('settings.unread', '  what in them cannot be read', () => session.workspace.unreadSettings()),
    at('settings.connection', '  the shared copy', () => desk.connection(session)),
    at('checks.policy', '  what each check does', () => desk.checkPolicy(session)),
  ].map(({ ask, ...named }) => ({ ...named, ask: async () => orThrow(await ask()) }))
}

/** A screen that was refused was not measured. */
export function orThrow<T>(answer: T): Exclude<T, { kind: 'refused' }> {
  if (typeof answer === 'object' && answer !== null && isRefusal(answer)) throw new Error(answer.sentence)
  return answer as Exclude<T, { kind: 'refused' }>
}
