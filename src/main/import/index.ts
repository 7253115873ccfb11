/** The import folder's one door: files of other programs as pages, with where their words stand. */
export { pageFromHtml } from './html-page.ts'
export { wordToHtml } from './word.ts'
