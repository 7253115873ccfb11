/** The import folder's one door: files of other programs as pages, with where their words stand. */
export { csvRows } from './csv-rows.ts'
export { type ExcelSheet, excelSheets } from './excel-rows.ts'
export { pageFromHtml } from './html-page.ts'
export { liftTitle } from './lift-title.ts'
export { linkedSheetsIn } from './style-sheets.ts'
export { wordToHtml } from './word.ts'
