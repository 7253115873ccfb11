import type { PageId } from '../content/index.ts'

/** A report as it is, before it is a Word document, a web page or a table. Pure data: three writers make files of it. */

/** What a figure was counted from: a page, something said about it, a version, a publish, a comment, a requirement, a gap. */
export interface Source {
  kind: 'page' | 'version' | 'review' | 'publish' | 'comment' | 'requirement' | 'gap'
  /** Names the version, the record, the comment, the page, the requirement or the gap. */
  id: string
  /** Where it can be looked at; null for what is no page. */
  page: PageId | null
  /** Of a requirement or a gap: the checklist that it is in. */
  checklist?: string
  title: string
  /** Who, when and what, in a few words; empty where the title says it all. */
  said: string
}

/** A number that can be followed back: its value is how many sources there are, and never anything else. */
export interface Figure {
  /** The same in every report of its kind: `reviews.approved`. */
  id: string
  label: string
  from: readonly Source[]
}

export type Cell = string | Figure

export interface Table {
  /** Its first column heads the rows. */
  caption: string
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

export interface Chart {
  title: string
  /** What each bar is made of, from the left. */
  series: readonly string[]
  bars: readonly { label: string; parts: readonly Figure[] }[]
}

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'figures'; figures: readonly Figure[] }
  | { kind: 'table'; table: Table }
  /** A picture, and always the table with the same numbers. */
  | { kind: 'chart'; chart: Chart; table: Table }

export interface ReportSection {
  /** The team's own words are kept under it. */
  id: string
  title: string
  parts: readonly Part[]
}

export interface Report {
  kind: ReportKind
  title: string
  council: string
  /** “22 July to 22 November 2026”. */
  period: string
  sections: readonly (ReportSection & { own: string })[]
}

export const reportKinds = ['monitoring', 'response', 'evaluation'] as const
export type ReportKind = (typeof reportKinds)[number]

export const countOf = ({ from }: Figure): number => from.length

/** How a cell reads; none is a nought, so that nobody takes an empty cell for a forgotten one. */
export const wordsOf = (cell: Cell): string => (typeof cell === 'string' ? cell : String(countOf(cell)))

export function figure(id: string, label: string, from: readonly Source[]): Figure {
  return { id, label, from }
}

/** Every figure of a report, in its order; one that stands in a chart and in its table is there twice. */
export function figuresOf(report: Pick<Report, 'sections'>): Figure[] {
  return report.sections.flatMap(({ parts }) =>
    parts.flatMap((part): Figure[] => {
      if (part.kind === 'figures') return [...part.figures]
      if (part.kind === 'words') return []
      return part.table.rows.flatMap(row =>
        row.flatMap(cell => (typeof cell === 'string' ? [] : [ofRow(cell, row[0])])),
      )
    }),
  )
}

/** “Education: on the site”: by itself a number of a table says whose it is. */
function ofRow(cell: Figure, head: Cell | undefined): Figure {
  return typeof head === 'string' && head !== cell.label ? { ...cell, label: `${head}: ${cell.label}` } : cell
}

/** A chart with the table of its numbers, which are the same figures. */
export function charted(chart: Chart, first: string): Part {
  return {
    kind: 'chart',
    chart,
    table: {
      caption: chart.title,
      columns: [first, ...chart.series],
      rows: chart.bars.map(({ label, parts }) => [label, ...parts]),
    },
  }
}

/** What somebody hears who does not see the picture: what it shows, its numbers, and where they stand again. */
export function alternativeOf({ title, series, bars }: Chart): string {
  const numbers = bars.map(
    ({ label, parts }) =>
      `${label}: ${parts.map((part, at) => `${countOf(part)} ${series[at]?.toLowerCase() ?? ''}`).join(', ')}`,
  )
  return `Bar chart. ${title}. ${numbers.join('; ')}. The table below has the same numbers.`
}
