/** Reports: what they say, before anything is a document. */
export { type ChartColours, chartSvg, inkOn, onPaper } from './chart-svg.ts'
export { csvOf } from './csv-text.ts'
export type { ChangeFact, CommentFact, EntryFact, GapFact, PublishFact, ReportFacts } from './facts.ts'
export { makeReport, type OwnWords } from './make-report.ts'
export * from './model.ts'
export { type SavedReport, savedReportSchema } from './saved.ts'
