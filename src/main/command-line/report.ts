import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type IsoDate, isoDateSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type ReportKind, reportKinds } from '../../shared/report/model.ts'
import { absolute, type CommandFile, formatOption, withDesk } from './command.ts'
import type { ReportFile } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { tableOf } from './table.ts'

interface Options {
  out: string
  since?: IsoDate
  until?: IsoDate
  kind: ReportKind
  format: string
}

export const reportCommand: CommandFile = {
  register(program, run) {
    program
      .command('report')
      .summary('the monitoring report, the yearly response or an evaluation as a file')
      .description(
        'Writes a report as Word, HTML or CSV, by the ending of the file. The figures are counted now; the paragraphs that the team wrote in the window stay.',
      )
      .argument('<dir>', 'the workspace')
      .requiredOption('--out <file>', 'where it goes: .docx, .html or .csv')
      .option('--since <date>', 'the first day of the report, such as 2026-07-22', dayIn)
      .option('--until <date>', 'the last day (today)', dayIn)
      .addOption(new Option('--kind <kind>', 'which report').choices(reportKinds).default('monitoring'))
      .addOption(formatOption())
      .action((dir: string, options: Options) =>
        run(options.format, async context => {
          const out = absolute(context.terminal, options.out)
          const ending = extname(out).slice(1).toLowerCase()
          if (ending !== 'docx' && ending !== 'html' && ending !== 'csv') return noSuchEnding(out)
          if (options.kind === 'monitoring' && options.since === undefined) return noSince()
          const { kind, since = null, until = null } = options
          const made = await withDesk(context, dir, desk => desk.report({ kind, since, until, format: ending }))
          if (isRefusal(made)) return made
          const written = await write(out, made.bytes)
          if (written !== null) return written
          const { title, period, figures } = made
          const rows = figures.map(({ label, value }) => [String(value), label])
          return {
            kind: 'answer',
            json: { file: out, title, period, figures },
            text: `${title}\n${period}\n\n${tableOf(['', ''], rows).replace(/^\s*\n/, '')}\nWritten to ${out}.\n`,
            exit: exitCodes.fine,
          }
        }),
      )
  },
}

function dayIn(text: string): IsoDate {
  const day = isoDateSchema.safeParse(text)
  if (!day.success) throw new InvalidArgumentError('Write a day as 2026-07-22.')
  return day.data
}

async function write(out: string, bytes: ReportFile['bytes']): Promise<Refusal | null> {
  try {
    await writeFile(out, bytes)
    return null
  } catch (error) {
    return refuse(
      'not-written',
      `“${basename(out)}” could not be written. Nothing else was changed.`,
      'Look whether its folder is there, whether it is open in another program, and whether the disk has room.',
      String(error),
    )
  }
}

function noSuchEnding(out: string): Refusal {
  return refuse(
    'no-such-ending',
    `“${basename(out)}” says nothing of the kind of file that is wanted.`,
    'Give it a name that ends in .docx, .html or .csv.',
  )
}

function noSince(): Refusal {
  return refuse(
    'no-since',
    'A monitoring report needs its first day.',
    'Add --since and a day, such as --since 2026-07-22.',
  )
}
