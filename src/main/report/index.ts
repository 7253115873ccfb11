/** Reports as files. */
import type { Report } from '../../shared/report/index.ts'
import { reportAsCsv } from './csv.ts'
import { reportAsHtml } from './html.ts'

export const reportFormats = ['docx', 'html', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** As browsers and mail programs know them. */
export const typeOfReport: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

export async function reportFile(report: Report, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./word.ts')).reportAsWord(report)
    case 'html':
      return new TextEncoder().encode(reportAsHtml(report))
    case 'csv':
      return new TextEncoder().encode(reportAsCsv(report))
  }
}
