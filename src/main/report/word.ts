import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import { cleanText } from '../../shared/content/characters.ts'
import {
  alternativeOf,
  type Cell,
  type Chart,
  countOf,
  inkOn,
  onPaper,
  type Part,
  type Report,
  type Table as ReportTable,
  wordsOf,
} from '../../shared/report/index.ts'
import { cellMargin, columnWidths } from './column-widths.ts'
import { blocksOf } from './paragraphs.ts'

/**
 * A report as a Word document. Word draws the charts itself, from their numbers, so that they stay sharp on paper and their
 * data can be opened in Excel; each has alternative text and the table with the same numbers.
 */
export async function reportAsWord(typed: Report): Promise<Uint8Array> {
  const report = forXml(typed)
  const document = new Document({
    title: report.title,
    description: `${report.title}, ${report.period}`,
    creator: report.council || 'Signpost',
    lastModifiedBy: report.council || 'Signpost',
    styles,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin } },
        footers: { default: footer(report) },
        children: [
          new Paragraph({ text: report.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: [report.council, report.period].filter(Boolean).join(', '), style: 'Subtitle' }),
          ...report.sections.flatMap(sectionOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/**
 * XML has no place for some characters, not even escaped (XML 1.0, 2.2), and Word opens no document that has one. A file of
 * comments can bring them in, so every word of a report is looked at.
 */
function forXml(report: Report): Report {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value)
  return JSON.parse(JSON.stringify(report, clean))
}

/** In twentieths of a point: 20 mm. */
const margin = { top: 1134, right: 1134, bottom: 1134, left: 1134 }
const textWidth = 11_906 - 2 * margin.left

const ink = onPaper.ink.slice(1)
const shade = 'E8EDF2'
const line = { style: BorderStyle.SINGLE, size: 4, color: 'A9B2BD' }

/** Spaces come from the styles, never from empty paragraphs, which a screen reader would read. */
const styles = {
  default: {
    document: { run: { font: 'Arial', size: 23, color: ink, language: { value: 'en-GB' } } },
    title: { run: { size: 40, bold: true, color: ink }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { size: 30, bold: true, color: ink },
      paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { size: 25, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 280 } } },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true },
      paragraph: { spacing: { before: 220, after: 90 }, keepNext: true },
    },
    {
      id: 'Cell',
      name: 'Table cell',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 120, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
}

function footer({ title }: Report): Footer {
  const children = [new TextRun(`${title}, page `), new TextRun({ children: [PageNumber.CURRENT] })]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] })
}

function sectionOf({ title, own, parts }: Report['sections'][number]): (Paragraph | Table)[] {
  const words = blocksOf(own).flatMap(block =>
    block.kind === 'paragraph'
      ? [new Paragraph(block.text)]
      : block.items.map(text => new Paragraph({ text, bullet: { level: 0 } })),
  )
  if (words.length === 0 && parts.length === 0) return []
  return [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...words, ...parts.flatMap(partOf)]
}

function partOf(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'words':
      return [new Paragraph(part.text)]
    case 'figures':
      return tableOf({
        caption: '',
        columns: ['What was counted', 'How many'],
        rows: part.figures.map(figure => [figure.label, figure]),
      })
    case 'table':
      return tableOf(part.table)
    case 'chart':
      return [
        new Paragraph({ text: part.chart.title, heading: HeadingLevel.HEADING_2 }),
        new Paragraph({ style: 'Picture', children: [chartOf(part.chart)] }),
        ...tableOf({ ...part.table, caption: `The numbers: ${lowerFirst(part.table.caption)}` }),
      ]
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * Word counts the bars from the bottom. What a bar is made of stands in one line, so that a chart of many bars leaves room on
 * its page for the table; each piece says its number in a colour that can be read on it, and a piece of none says nothing.
 */
function chartOf(chart: Chart): ChartRun {
  const bars = chart.bars.toReversed()
  const inOne = chart.series.length > 1
  return new ChartRun({
    type: 'bar',
    categories: bars.map(({ label }) => label),
    series: chart.series.map((name, at) => {
      const colour = onPaper.series[at % onPaper.series.length] ?? onPaper.ink
      return {
        name,
        values: bars.map(({ parts }) => {
          const part = parts[at]
          return part === undefined ? 0 : countOf(part)
        }),
        color: colour.slice(1),
        dataLabels: inOne
          ? { value: true, numberFormat: '0;;', font: { bold: true, color: inkOn(colour).slice(1) } }
          : { value: true },
      }
    }),
    ...(inOne ? { stacking: 'stacked', gapWidth: 40 } : { legend: false }),
    font: { name: 'Arial' },
    transformation: { width: 620, height: Math.min(700, (inOne ? 90 : 50) + bars.length * 25) },
    altText: { name: chart.title, title: chart.title, description: alternativeOf(chart) },
  })
}

function tableOf({ caption, columns, rows }: ReportTable): (Paragraph | Table)[] {
  const widths = columnWidths({ columns, rows }, textWidth)
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => cellOf(column, widths[at] ?? 0, { header: true })),
  })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      heading,
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, at) => cellOf(cell, widths[at] ?? 0, { header: false })),
          }),
      ),
    ],
  })
  return caption === '' ? [table] : [new Paragraph({ text: caption, style: 'Caption' }), table]
}

function cellOf(cell: Cell, width: number, { header }: { header: boolean }): TableCell {
  const children: ParagraphChild[] = [new TextRun({ text: wordsOf(cell), bold: header })]
  const paragraph: IParagraphOptions = {
    style: 'Cell',
    children,
    ...(typeof cell !== 'string' && { alignment: AlignmentType.RIGHT }),
  }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: cellMargin, right: cellMargin },
    ...(header && { shading: { type: ShadingType.CLEAR, fill: shade } }),
    children: [new Paragraph(paragraph)],
  })
}
