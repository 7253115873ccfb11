import { charted, figure, type Report, type Source } from '../../src/shared/report/index.ts'

/** A report with every kind of part, and no workspace behind it. */

export const page = (number: number): Source => ({
  kind: 'page',
  id: `01K9ZQ4T8MJ5W3XB7C2D6E8F${String(number).padStart(2, '0')}`,
  page: null,
  title: `Page ${number}`,
  said: '',
})
const pages = (many: number) => Array.from({ length: many }, (_, at) => page(at))

export function aReport(own = 'Two things:\n- One\n- Another\n\nThat is all.', words = 'Travel to school'): Report {
  return {
    kind: 'monitoring',
    title: `Local Offer: ${words}`,
    council: 'A council',
    period: '22 July 2026 to 22 November 2026',
    sections: [
      { id: 'introduction', title: 'In short', own, parts: [] },
      { id: 'empty', title: 'Nothing here', own: '', parts: [] },
      {
        id: 'numbers',
        title: words,
        own: '',
        parts: [
          { kind: 'words', text: `A sentence about ${words}.` },
          { kind: 'figures', figures: [figure('a', words, pages(3)), figure('b', 'Late', [])] },
          {
            kind: 'table',
            table: {
              caption: words,
              columns: ['What', 'Who', 'How many'],
              rows: [[words, words, figure('c', 'Many', pages(2))]],
            },
          },
          charted(
            {
              title: words,
              series: ['In time', 'Late'],
              bars: [
                { label: words, parts: [figure('d', 'In time', pages(12)), figure('e', 'Late', pages(1))] },
                { label: 'Health', parts: [figure('f', 'In time', pages(4)), figure('g', 'Late', [])] },
              ],
            },
            'Section',
          ),
        ],
      },
    ],
  }
}
