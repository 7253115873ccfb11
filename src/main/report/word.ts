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
  PageOrientation,
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
import { cellMargin, columnWidths, linesIn } from './column-widths.ts'
import { byPaper, margin, type Paper, size } from './paper.ts'
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
    sections: byPaper(report.sections.filter(({ own, parts }) => own.trim() !== '' || parts.length > 0)).map(
      ({ paper, sections }, at) => ({
        properties: { page: pageOf(paper) },
        footers: { default: footer(report) },
        children: [...(at === 0 ? titleOf(report) : []), ...sections.flatMap(each => sectionOf(each, paper))],
      }),
    ),
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

function pageOf({ onItsSide }: Paper) {
  const orientation = onItsSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return { size: { ...size, orientation }, margin: { top: margin, right: margin, bottom: margin, left: margin } }
}

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

function titleOf({ title, council, period }: Report): Paragraph[] {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: [council, period].filter(Boolean).join(', '), style: 'Subtitle' }),
  ]
}

function sectionOf({ title, own, parts }: Report['sections'][number], paper: Paper): (Paragraph | Table)[] {
  const words = blocksOf(own).flatMap(block =>
    block.kind === 'paragraph'
      ? [new Paragraph(block.text)]
      : block.items.map(text => new Paragraph({ text, bullet: { level: 0 } })),
  )
  if (words.length === 0 && parts.length === 0) return []
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...words,
    ...parts.flatMap(part => partOf(part, paper)),
  ]
}

function partOf(part: Part, paper: Paper): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'words':
      return [new Paragraph(part.text)]
    case 'figures':
      return tableOf(
        {
          caption: '',
          columns: ['What was counted', 'How many'],
          rows: part.figures.map(figure => [figure.label, figure]),
        },
        paper,
      )
    case 'table':
      return tableOf(part.table, paper)
    case 'chart':
      return [
        new Paragraph({ text: part.chart.title, heading: HeadingLevel.HEADING_2 }),
        new Paragraph({ style: 'Picture', children: [chartOf(part.chart)] }),
        ...tableOf({ ...part.table, caption: `The numbers: ${lowerFirst(part.table.caption)}` }, paper),
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

/** Lines of a table that never goes over to the next page; a longer one would leave half a page empty. */
const mostTogether = 16

function tableOf({ caption, columns, rows }: ReportTable, paper: Paper): (Paragraph | Table)[] {
  const widths = columnWidths({ columns, rows }, paper.text)
  const isShort = linesIn({ rows }, widths) <= mostTogether
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => cellOf(column, widths[at] ?? 0, { header: true, keepNext: true })),
  })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: paper.text, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      heading,
      ...rows.map(
        (row, number) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, at) =>
              cellOf(cell, widths[at] ?? 0, { header: false, keepNext: isShort && number < rows.length - 1 }),
            ),
          }),
      ),
    ],
  })
  return caption === '' ? [table] : [new Paragraph({ text: caption, style: 'Caption' }), table]
}

function cellOf(cell: Cell, width: number, { header, keepNext }: { header: boolean; keepNext: boolean }): TableCell {
  const children: ParagraphChild[] = [new TextRun({ text: wordsOf(cell), bold: header })]
  const paragraph: IParagraphOptions = {
    style: 'Cell',
    keepNext,
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
