import { CsvError, parse } from 'csv-parse/sync'
import { type Refusal, refuse } from '../../shared/outcome.ts'

const longestRow = 200_000

/** How a Compound File begins (MS-CFB, 2.2). */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** The cells of a CSV file, line by line, however a spreadsheet saved it: UTF-8, UTF-16 or Windows, commas or semicolons. */
export function csvRows(bytes: Uint8Array): { kind: 'rows'; rows: string[][] } | Refusal {
  if (bytes.length === 0) return noTable('The file is empty.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return noTable('This is an Excel or Word file under another name.')
  // What the programs before Excel 2007 wrote, and what every one since writes around a workbook with a password.
  if (Buffer.from(bytes.subarray(0, 8)).equals(compoundFile))
    return noTable('This is an Excel workbook of the older kind (.xls), or one that has a password.')
  const text = decoded(bytes)
  if (text.includes('\0')) return noTable('This is no file of words.')
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // `5" pipe` is how people write; a quotation mark inside a cell is no fault of theirs.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRow,
    })
    return { kind: 'rows', rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
    const unclosed = 'has a quotation mark at its start and none at its end.'
    // Such a mark makes one cell of all the rest of the file, so it may be either.
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      return noTable(
        `A row${line} is longer than ${longestRow.toLocaleString('en-GB')} characters, or a cell in it ${unclosed}`,
      )
    }
    return noTable(`A cell${line} ${unclosed}`)
  }
}

function noTable(why: string): Refusal {
  return refuse(
    'no-table',
    `${why} Nothing was brought in.`,
    'Open it in your spreadsheet program, choose Save as, then CSV, and choose that file.',
  )
}

/** Excel writes UTF-8 with a mark, “Unicode text” in UTF-16, and plain “CSV” in the code page of Windows. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const fewLines = 20

/**
 * What stands as often in one line as in the others, for above the headings a line may say anything, and there are commas in
 * words too; a quoted cell may hold any of them.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, longestRow)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, fewLines)
  const alike = (sign: string) => {
    const many = lines.map(line => line.split(sign).length - 1).filter(count => count > 0)
    const [most = []] = [...Map.groupBy(many, count => count).values()].toSorted((a, b) => b.length - a.length)
    return most.length + (most[0] ?? 0) / 1000
  }
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => alike(b) - alike(a))
  return best
}
