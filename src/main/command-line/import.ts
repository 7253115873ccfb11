import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { readBounded } from '../files/index.ts'
import { absolute, type CommandFile, formatOption, withDesk } from './command.ts'
import { counted } from './counted.ts'
import type { ImportedRow, ImportReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'

interface Options {
  into: string
  dryRun?: boolean
  emptyTakesAway?: boolean
  format: string
}

/** As much as the window takes. */
const mostBytes = 15_000_000

export const importCommand: CommandFile = {
  register(program, run) {
    program
      .command('import')
      .summary('bring services in from a spreadsheet')
      .description(
        'Brings services in from a CSV file with one in each row, as one step that can be undone. Services that the file does not name stay as they are. Nothing in the file takes away what a service has, unless you say so. A row or a cell that cannot be taken is named and left out; it ends with 1 then.',
      )
      .argument('<source>', 'the CSV file')
      .requiredOption('--into <dir>', 'the workspace')
      .option('--dry-run', 'only say what would change')
      .option('--empty-takes-away', 'let an empty cell take away what the service has')
      .addOption(formatOption())
      .action((source: string, { into, dryRun = false, emptyTakesAway = false, format }: Options) =>
        run(format, async context => {
          const data = await readSource(absolute(context.terminal, source), source)
          if (isRefusal(data)) return data
          const imported = await withDesk(context, into, desk => desk.importServices({ data, emptyTakesAway, dryRun }))
          if (isRefusal(imported)) return imported
          return {
            kind: 'answer',
            json: imported,
            text: textOf(imported, dryRun),
            exit:
              imported.needsYou.length + imported.cellsLeftOut.length > 0 ? exitCodes.problemsFound : exitCodes.fine,
          }
        }),
      )
  },
}

async function readSource(path: string, asTyped: string): Promise<Uint8Array | Refusal> {
  const read = await readBounded(path, mostBytes)
  if (!isRefusal(read) || read.code !== 'missing') return read
  return refuse('missing', `There is no file “${asTyped}”.`, 'Look at the spelling, and at the folder you are in.')
}

function textOf(report: ImportReport, dryRun: boolean): string {
  const { created, changed, same, needsYou, cellsLeftOut, readAs, unused, untouched } = report
  const lines = [
    ...created.flatMap(row => linesOf('New     ', row)),
    ...changed.flatMap(row => linesOf('Changed ', row)),
    ...needsYou.flatMap(row => [`Left out ${named(row)}`, ...row.why.map(indented)]),
    ...cellsLeftOut.flatMap(row => [`Cells left out of ${named(row)}`, ...row.why.map(indented)]),
    ...readAs.map(({ heading, as }) => `The column “${heading}” is read as ${as}`),
    ...unused.map(heading => `Not taken in: the column “${heading}”, for which there is no place`),
    `${counted(created.length, 'service')} new, ${changed.length} changed, ${same} the same, ${needsYou.length} left out; ${untouched} not in the file.`,
    ending(created.length + changed.length, dryRun),
  ]
  return `${lines.join('\n')}\n`
}

function ending(changes: number, dryRun: boolean): string {
  if (changes === 0) return dryRun ? 'Nothing would change.' : 'Nothing was changed.'
  return dryRun ? 'This is what would change; nothing has.' : 'This was brought in.'
}

const named = ({ row, title }: { row: number; title: string }) =>
  title === '' ? `row ${row}` : `row ${row}, “${title}”`

function linesOf(what: string, row: ImportedRow): string[] {
  return [`${what} ${named(row)}`, ...row.changes.map(change => indented(inWords(change)))]
}

function inWords({ what, from, to }: ImportedRow['changes'][number]): string {
  if (from === '') return `${what}: ${inOneLine(to)}`
  return to === '' ? `${what}: loses ${inOneLine(from)}` : `${what}: ${inOneLine(from)} → ${inOneLine(to)}`
}

const indented = (line: string) => `           ${line}`

/** A cell in quotation marks, as much of it as tells it apart; `--format json` has all of it. */
function inOneLine(cell: string): string {
  const words = cell.replace(/\s*\n\s*/g, ' / ')
  return `“${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`
}
