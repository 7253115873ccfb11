import type { Report } from '../../shared/report/index.ts'
import { columnWidths, linesIn } from './column-widths.ts'

/** A4, upright or on its side, in twips, with the same margin of 20 mm all round. */
export interface Paper {
  onItsSide: boolean
  /** How wide the text is. */
  text: number
}

export const margin = 1134
/** As the paper stands upright. */
export const size = { width: 11_906, height: 16_838 }

export const upright: Paper = { onItsSide: false, text: size.width - 2 * margin }
export const onItsSide: Paper = { onItsSide: true, text: size.height - 2 * margin }

type Section = Report['sections'][number]

/** Sections in their order, those beside each other that stand on the same paper together. */
export function byPaper(sections: readonly Section[]): { paper: Paper; sections: Section[] }[] {
  const runs: { paper: Paper; sections: Section[] }[] = []
  for (const section of sections) {
    const paper = paperFor(section)
    const last = runs.at(-1)
    if (last?.paper === paper) last.sections.push(section)
    else runs.push({ paper, sections: [section] })
  }
  return runs.length > 0 ? runs : [{ paper: upright, sections: [] }]
}

/** On its side where it stands with tables of several columns whose rows would be towers of short lines on upright paper. */
export function paperFor({ parts }: Pick<Section, 'parts'>): Paper {
  const wide = parts.flatMap(part => (part.kind === 'table' && part.table.columns.length >= fewest ? [part.table] : []))
  const rows = wide.reduce((all, table) => all + table.rows.length, 0)
  const lines = wide.reduce((all, table) => all + linesIn(table, columnWidths(table, upright.text)), 0)
  return lines > rows * tower ? onItsSide : upright
}

const fewest = 4
/** Lines of a row beyond which nobody finds the next cell of it. */
const tower = 5
