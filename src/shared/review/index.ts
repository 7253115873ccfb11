/** The review folder's one door: dates, records, the state of a page, comments, comparison. */
export * from './comments.ts'
export { compareDocs } from './compare.ts'
export { compareToHtml } from './compare-html.ts'
export * from './dates.ts'
export * from './due.ts'
export * from './records.ts'
export * from './state.ts'
export * from './story.ts'
