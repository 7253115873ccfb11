import { type IsoDate, isoDateSchema } from '../../shared/content/index.ts'
import type { ReportWish } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { makeReport, type Report, type SavedReport, savedReportSchema } from '../../shared/report/index.ts'
import { type ReportFormat, reportFile } from '../report/index.ts'
import { finishedEvaluation } from './evaluations.ts'
import { firstName } from './page-history.ts'
import { reportFacts } from './report-facts.ts'
import { changed, meOrRefusal, type Session, todayOf } from './session.ts'

/** Reports are counted anew whenever somebody looks; what the team wrote itself is kept, section by section. */

export async function listReports({ workspace }: Session): Promise<SavedReport[]> {
  return (await workspace.reports.list()).toSorted((a, b) => (a.since < b.since ? 1 : -1))
}

export async function report(session: Session, wish: ReportWish): Promise<{ kind: 'made'; report: Report } | Refusal> {
  const meant = await meantBy(session, wish)
  if (isRefusal(meant)) return meant
  const { saved, snapshot } = meant
  const facts = await reportFacts(session, { since: saved.since, until: saved.until ?? todayOf(session), snapshot })
  return { kind: 'made', report: makeReport(saved.kind, facts, saved.paragraphs) }
}

export async function reportAsFile(
  session: Session,
  wish: ReportWish,
  format: ReportFormat,
): Promise<{ kind: 'file'; name: string; bytes: Uint8Array } | Refusal> {
  const meant = await meantBy(session, wish)
  const made = await report(session, wish)
  if (isRefusal(meant)) return meant
  if (isRefusal(made)) return made
  return { kind: 'file', name: `${meant.saved.id}.${format}`, bytes: await reportFile(made.report, format) }
}

export async function keepReportWords(
  session: Session,
  wish: ReportWish,
  section: string,
  text: string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const meant = await meantBy(session, wish)
  if (isRefusal(meant)) return meant
  const { [section]: former = '', ...others } = meant.saved.paragraphs
  if (former === text) return { kind: 'ok' }
  const paragraphs = text.trim() === '' ? others : { ...others, [section]: text }
  const { reports } = session.workspace
  const written = await reports.put(savedReportSchema.parse({ ...meant.saved, paragraphs }))
  if (isRefusal(written)) return written
  const version = await session.history.commitPaths([reports.pathOf(meant.saved.id)], {
    by: me,
    sentence: `${firstName(me.name)} wrote in a report`,
  })
  if (isRefusal(version)) return version
  changed(session, [])
  session.sharing.soon()
  return { kind: 'ok' }
}

/** What is kept of a report, or what would be, with the evaluation that it is about. */
async function meantBy(session: Session, wish: ReportWish) {
  const fresh = await freshFor(session, wish)
  if (isRefusal(fresh)) return fresh
  const saved = (await session.workspace.reports.list()).find(({ id }) => id === fresh.saved.id)
  // The end of the period is what was asked for now; the first day is what names the report.
  return { ...fresh, saved: { ...fresh.saved, paragraphs: saved?.paragraphs ?? {} } }
}

async function freshFor(session: Session, wish: ReportWish) {
  const make = (id: string, since: IsoDate, until: IsoDate | null) =>
    savedReportSchema.parse({ id, kind: wish.kind, since, until })
  if (wish.kind === 'evaluation') {
    const found = await finishedEvaluation(session, wish.snapshot)
    if (isRefusal(found)) return found
    const day = isoDateSchema.parse(found.at.slice(0, 10))
    return { saved: make(`evaluation-${wish.snapshot}`, day, day), snapshot: found.snapshot }
  }
  const today = todayOf(session)
  const since = wish.kind === 'monitoring' ? wish.since : isoDateSchema.parse(`${wish.year}-01-01`)
  const until = wish.kind === 'monitoring' ? wish.until : isoDateSchema.parse(`${wish.year}-12-31`)
  if (since > today || (until !== null && until < since)) return noSuchTime()
  return { saved: make(`${wish.kind}-${since}`, since, until), snapshot: null }
}

function noSuchTime(): Refusal {
  return refuse(
    'no-such-time',
    'A report cannot begin in the future, or end before it begins. Nothing was made.',
    'Choose an earlier first day.',
  )
}

export function nothingFinished(): Refusal {
  return refuse(
    'nothing-finished',
    'No evaluation is finished yet, so there is none to report on.',
    'Finish one under Checklists, then try again.',
  )
}
