import { type Refusal, refuse } from '../../shared/outcome.ts'
import { unpackedSize } from './unpacked-size.ts'

/** Unpacked, a checklist is some hundred kilobytes; what grows a thousandfold is made to fill a computer. */
const [mostUnpacked, mostMarkup] = [60_000_000, 20_000_000]

export interface ExcelSheet {
  name: string
  rows: string[][]
}

/** The cells of each sheet of an Excel file, as words; there is one at least. Formulas give what they came to when it was saved. */
export async function excelSheets(bytes: Uint8Array): Promise<{ kind: 'sheets'; sheets: ExcelSheet[] } | Refusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (zip.length < 4 || zip.readUInt32BE(0) !== 0x504b0304) return noExcel('This is no Excel workbook (.xlsx).')
  if (!zip.includes('xl/workbook.xml')) return noExcel('This is a zip, and no Excel workbook is in it.')
  const size = unpackedSize(zip, mostUnpacked, mostMarkup)
  if (size === 'too-big')
    return noExcel('Unpacked, this workbook is far larger than any checklist, so it was not opened.')
  if (size === 'broken') return noExcel('This workbook is damaged.')
  try {
    const { default: readExcel } = await import('read-excel-file/universal')
    const sheets = await readExcel(new Blob([new Uint8Array(bytes)]))
    return {
      kind: 'sheets',
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(wordsOf)) })),
    }
  } catch {
    // The library's only way to say that it cannot read what is in it.
    return noExcel('This workbook could not be read.')
  }
}

function wordsOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}

function noExcel(why: string): Refusal {
  return refuse(
    'no-table',
    `${why} Nothing was brought in.`,
    'Open it in your spreadsheet program, save it as CSV or as a new Excel workbook, and choose that file.',
  )
}
