import { isRefusal } from '../../shared/outcome.ts'
import { csvOf } from '../../shared/report/csv-text.ts'
import { type CommandFile, formatOption, withDesk } from './command.ts'
import type { CoverageReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { tableOf } from './table.ts'

export const coverageCommand: CommandFile = {
  register(program, run) {
    program
      .command('coverage')
      .summary('what pages, the site and evidence answer of a checklist')
      .description(
        'Shows which requirements of a checklist are met: by pages, by what is measured of the site, or by evidence. It helps you review, and proves nothing.',
      )
      .argument('<dir>', 'the workspace')
      .option('--checklist <id>', 'se7, statutory, or one of the workspace’s own')
      .addOption(formatOption('csv'))
      .action((dir: string, { checklist, format }: { checklist?: string; format: string }) =>
        run(format, async context => {
          const coverage = await withDesk(context, dir, desk => desk.coverage(checklist ?? null))
          if (isRefusal(coverage)) return coverage
          const requirements = coverage.requirements.map(({ id, status, pages }) => ({ id, status, pages }))
          return {
            kind: 'answer',
            json: { checklist: coverage.checklist, requirements, summary: coverage.summary },
            text: format === 'csv' ? inCsv(coverage) : inText(coverage),
            exit: exitCodes.fine,
          }
        }),
      )
  },
}

/** In the words of the window; the other formats keep the codes. */
const answered: Readonly<Record<CoverageReport['requirements'][number]['status'], string>> = {
  yes: 'yes',
  limited: 'in part',
  no: 'no',
  'not-by-pages': 'to be judged',
}

function inText({ requirements, summary: { yes, limited, no, notByPages } }: CoverageReport): string {
  const rows = requirements.map(({ id, status, text, pages }) => [id, answered[status], `${pages.length}`, text])
  return `${tableOf(['Requirement', 'Answered', 'Pages', ''], rows)}\n${yes} yes, ${limited} in part, ${no} no, ${notByPages} to be judged.\n`
}

function inCsv({ checklist, requirements }: CoverageReport): string {
  const rows = requirements.map(({ id, text, status, pages }) => [checklist, id, text, status, pages.join(' ')])
  return csvOf(['checklist', 'requirement', 'text', 'status', 'pages'], rows)
}
