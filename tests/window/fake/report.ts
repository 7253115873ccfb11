import { implement } from '@orpc/server'
import { contract } from '../../../src/shared/contract/index.ts'
import { figure, type Report } from '../../../src/shared/report/index.ts'

const os = implement(contract)

/** One section with one figure; the words that are kept come back. */
export function fakeReport() {
  let own = ''
  const report = (): Report => ({
    kind: 'monitoring',
    title: 'Southend Local Offer: monitoring report',
    council: 'Southend',
    period: '22 July 2026 to 22 November 2026',
    sections: [
      {
        id: 'offer-now',
        title: 'What families can read now',
        own,
        parts: [{ kind: 'figures', figures: [figure('offer-now.pages', 'Pages on the site', [])] }],
      },
    ],
  })
  return {
    list: os.report.list.handler(() => []),
    make: os.report.make.handler(() => ({ kind: 'made' as const, report: report() })),
    keepWords: os.report.keepWords.handler(({ input }) => {
      own = input.text
      return { kind: 'ok' as const }
    }),
    file: os.report.file.handler(() => ({ kind: 'file' as const, name: 'report.csv', type: 'text/csv', data: '' })),
  }
}
