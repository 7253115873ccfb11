import { monthNames, sizeInWords } from '../content/index.ts'

/** How the site writes dates, sizes and lists; the same on any machine, whatever its own language is. */

/** `2026-11-05` as “5 November 2026”. */
export function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`
}

const formats: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word document',
  docx: 'Word document',
  odt: 'OpenDocument text',
  rtf: 'Rich text',
  xls: 'Excel spreadsheet',
  xlsx: 'Excel spreadsheet',
  ods: 'OpenDocument spreadsheet',
  csv: 'CSV table',
  ppt: 'PowerPoint slides',
  pptx: 'PowerPoint slides',
  odp: 'OpenDocument slides',
  txt: 'Text',
  jpg: 'Picture',
  jpeg: 'Picture',
  png: 'Picture',
  gif: 'Picture',
  webp: 'Picture',
  svg: 'Picture',
  mp3: 'Sound recording',
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** What a reader should know before opening a file: “PDF, 340 KB” (WCAG 2.2 SC 2.4.4, link purpose). */
export function formatAndSize(name: string, bytes: number): string {
  return `${formatName(extensionOf(name))}, ${sizeInWords(bytes)}`
}

/** The format as people say it: `pdf` is “PDF”, `docx` “Word document”. */
export function formatName(extension: string): string {
  return formats[extension] ?? extension.toUpperCase()
}

/** “parents and carers, young people and professionals”. */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** From here on, more is no limit: a Local Offer ends at 25, and what is for everybody often says 99. */
const noLimit = 25

/** “Ages 5 to 11”, “Ages 16 and over”, “Up to age 4”, “All ages”; empty when the service does not say. */
export function ageRange(ages: { minimum_age: number | null; maximum_age: number | null }): string {
  const { minimum_age: from, maximum_age: to } = ages
  if (from === null && to === null) return ''
  const isOpen = to === null || to > noLimit
  if (from === null || from === 0) return isOpen ? 'All ages' : `Up to age ${to}`
  if (isOpen) return `Ages ${from} and over`
  return from === to ? `Age ${from}` : `Ages ${from} to ${to}`
}
