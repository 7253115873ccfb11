import type { implement } from '@orpc/server'
import { instantSchema } from '../../../src/shared/content/index.ts'
import type { contract } from '../../../src/shared/contract/index.ts'
import { idOf, inDays } from './pages.ts'
import { priya } from './team.ts'

type Os = ReturnType<typeof implement<typeof contract>>

const noWords = { kind: 'words' as const, doc: { type: 'doc' as const, content: [] }, known: [] }
const none = { errors: 0, warnings: 0, notices: 0 }

/** What is wrong with the made-up site. */
export function fakeSite(os: Os, empty: boolean) {
  const ok = { kind: 'ok' as const }
  const found = empty ? none : { errors: 2, warnings: 4, notices: 1 }
  const where = { id: idOf(0), section: 'education', title: 'Moving into Southend with an EHC plan' }
  const message = '“click here” does not say where it goes.'
  return {
    report: os.site.report.handler(() => ({
      whole: true,
      pages: empty ? 0 : 40,
      found,
      between: empty ? 0 : 1,
      kinds: empty
        ? []
        : [
            {
              rule: 'link-text',
              severity: 'error' as const,
              why: 'Each link must make sense alone.',
              many: 2,
              between: false,
              where: [{ ...where, message }],
            },
            {
              rule: 'title-same',
              severity: 'warning' as const,
              why: 'Nobody can tell which of the two to read.',
              many: 1,
              between: true,
              where: [{ ...where, message: '“Moving house” has the same title.' }],
            },
          ],
      letBe: empty
        ? []
        : [
            {
              id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
              page: idOf(0),
              title: where.title,
              rule: 'page-orphan',
              message: 'No other page leads here.',
              words: '',
              reason: 'A leaflet leads here.',
              by: priya,
              at: instantSchema.parse('2026-11-20T10:00:00.000Z'),
              until: inDays(300),
            },
          ],
      sections: [{ slug: 'education', title: 'Education', pages: 10, found, between: 1, readingAge: 11 }],
      owners: [{ owner: priya.email, pages: 40, found, between: 1 }],
      first: empty ? [] : [{ id: idOf(0), title: where.title, reasons: ['2 problems that stop publishing'] }],
    })),
    links: os.site.links.handler(() => ({
      state: { on: true, mayAsk: true, running: null, addresses: 3, looked: 3, last: inDays(-1) },
      links: empty
        ? []
        : [
            {
              kind: 'broken' as const,
              href: 'https://example.org/gone',
              on: inDays(-1),
              why: 'The page is not there any more (404).',
              pages: [{ id: idOf(0), title: where.title, text: 'Grants for families' }],
            },
          ],
    })),
    drawn: os.site.drawn.handler(() => []),
    drawnWords: os.site.drawnWords.handler(() => noWords),
    notAProblem: os.site.notAProblem.handler(() => ok),
    lookAtLinks: os.site.lookAtLinks.handler(() => ok),
    setLooksAtLinks: os.site.setLooksAtLinks.handler(() => ok),
    network: os.site.network.handler(() => ok),
    trend: os.site.trend.handler(() => (empty ? [] : [{ day: inDays(-7), pages: 38, found: none }])),
  }
}
