import { InvalidArgumentError } from 'commander'
import { isRefusal } from '../../shared/outcome.ts'
import { calendarFileOf } from '../../shared/review/calendar-file.ts'
import { type CommandFile, formatOption, withDesk } from './command.ts'
import type { DueReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { tableOf } from './table.ts'

export const dueCommand: CommandFile = {
  register(program, run) {
    program
      .command('due')
      .summary('which pages have to be checked for truth')
      .description('Lists the pages whose review date has passed or comes soon.')
      .argument('<dir>', 'the workspace')
      .option('--within <time>', 'how soon is soon: 30d for days, 6w for weeks', daysIn, 30)
      .addOption(formatOption('ics'))
      .action((dir: string, { within, format }: { within: number; format: string }) =>
        run(format, async context => {
          const due = await withDesk(context, dir, desk => desk.due(within))
          if (isRefusal(due)) return due
          const { overdue, soon } = due
          const text = format === 'ics' ? calendarFileOf([...overdue, ...soon]) : inText(due, within)
          return { kind: 'answer', json: { overdue, soon }, text, exit: exitCodes.fine }
        }),
      )
  },
}

/** `30d` or `6w`, in days. */
export function daysIn(text: string): number {
  const match = /^(\d{1,4})(d|w)$/.exec(text)
  if (match === null) throw new InvalidArgumentError('Write a number of days or weeks, such as 30d or 6w.')
  return Number(match[1]) * (match[2] === 'w' ? 7 : 1)
}

/** As the window says it: “yesterday” and “tomorrow”, not “in 1 days”. */
function dayWords(days: number): string {
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(days, 'day')
}

function inText({ overdue, soon }: DueReport, within: number): string {
  const rows = [...overdue, ...soon].map(({ due, days, title, owner, path }) => [
    due,
    dayWords(days),
    title,
    owner,
    path,
  ])
  const ending = `${overdue.length} overdue, ${soon.length} more within ${within} days.\n`
  return rows.length === 0 ? ending : `${tableOf(['Due', '', 'Page', 'Owner', 'File'], rows)}\n${ending}`
}
