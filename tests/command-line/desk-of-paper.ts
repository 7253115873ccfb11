import type { DeskPort, FileReport, Services } from '../../src/main/command-line/index.ts'
import { runCommandLine, type Terminal } from '../../src/main/command-line/index.ts'
import { type Instant, isoDateSchema } from '../../src/shared/content/ids.ts'
import { refuse } from '../../src/shared/outcome.ts'

const day = (date: string) => isoDateSchema.parse(date)

const paperFiles: readonly FileReport[] = [
  {
    path: 'pages/education/moving here.md',
    problems: [
      {
        rule: 'link-text',
        severity: 'error',
        wcag: ['2.4.4'],
        message: '“click here” does not say where it goes.',
        line: 12,
        column: 3,
        endLine: 12,
        endColumn: 13,
        fixable: true,
      },
      {
        rule: 'title-missing',
        severity: 'notice',
        wcag: [],
        message: 'The page has no summary.',
        line: 0,
        column: 0,
        endLine: 0,
        endColumn: 0,
        fixable: false,
      },
    ],
    dismissed: [],
  },
  { path: 'pages/health/nurses.md', problems: [], dismissed: [] },
]

/** A desk that answers from paper, so that these tests are about the command line alone. */
export const paperDesk: DeskPort = {
  importServices: async () => ({
    created: [{ row: 3, title: 'Swim', changes: [{ what: 'Name', from: '', to: 'Swim' }] }],
    changed: [
      {
        row: 2,
        title: 'Chess club',
        changes: [
          { what: 'Cost', from: 'Free', to: '£2\nfor two' },
          { what: 'When', from: 'Mondays', to: '' },
        ],
      },
    ],
    same: 4,
    needsYou: [{ row: 4, title: '', why: ['Name: It has no name. Write what people call it.'] }],
    cellsLeftOut: [
      { row: 3, title: 'Swim', why: ['Postcode: “Leigh” is no postcode.', 'From age: “five” is no age.'] },
    ],
    readAs: [{ heading: 'Phone', as: 'Telephone' }],
    unused: ['Colour'],
    untouched: 7,
  }),
  build: async ({ from }) => ({ pages: from === 'live' ? 39 : 40, written: 3, unchanged: 120, removed: 1, ms: 1234 }),
  sync: async () => ({ pulled: 2, pushed: 1, merged: ['pages/education/travel.md'], conflicts: [] }),
  plan: async () => ({
    added: ['pages/education/new.md'],
    changed: [],
    removed: [],
    although: [],
    blocked: [{ page: 'pages/health/nurses.md', why: 'Nobody has reviewed it.' }],
    url: 'https://example.org/',
    verified: false,
  }),
  publish: async () => ({
    added: ['pages/education/new.md'],
    changed: ['pages/education/travel.md'],
    removed: [],
    although: [],
    blocked: [],
    url: 'https://example.org/',
    verified: true,
  }),
  coverage: async checklist => ({
    checklist: checklist ?? 'se7',
    requirements: [
      { id: 'E1', text: 'Says, in plain words, what schools do', status: 'yes', pages: ['pages/education/schools.md'] },
      { id: 'E2', text: '=SUM(A1)', status: 'no', pages: [] },
      { id: 'E3', text: 'Is found by families', status: 'not-by-pages', pages: [] },
    ],
    summary: { yes: 1, limited: 0, no: 1, notByPages: 1 },
  }),
  due: async within => ({
    overdue: [
      {
        id: '01JD0000000000000000000001',
        title: 'Travel; to school, and back',
        path: 'pages/education/travel.md',
        owner: 'priya@example.org',
        due: day('2026-11-01'),
        days: -21,
        reason: 'Last checked a year ago, in the autumn in which the timetable of the buses changed – twice.',
        said: '2025-11-03T09:15:00Z' as Instant,
        ownerName: 'Priya Nair',
        revision: 12,
      },
    ],
    soon:
      within < 30
        ? []
        : [
            {
              id: '01JD0000000000000000000002',
              title: 'Nurses',
              path: 'pages/health/nurses.md',
              owner: '',
              due: day('2026-12-01'),
              days: 9,
              reason: '',
              said: '2026-05-05T10:00:00Z' as Instant,
              ownerName: '',
              revision: 3,
            },
          ],
  }),
  report: async ({ kind }) => ({
    title: `A ${kind} report`,
    period: '22 July 2026 to 22 November 2026',
    figures: [{ id: 'offer-now.pages', label: 'Pages on the site', value: 40 }],
    bytes: new TextEncoder().encode('A report.'),
  }),
  close: async () => undefined,
}

export function paperServices(desk: Partial<DeskPort> = {}): Services {
  return {
    version: '0.1.0',
    openDesk: async folder =>
      folder.endsWith('not-one')
        ? refuse('not-a-workspace', 'This folder is not a Signpost workspace.', 'Choose another folder.')
        : { ...paperDesk, ...desk },
    newWorkspace: async ({ folder, sample }) => ({ workspace: folder, pages: sample ? 40 : 4 }),
    checkWorkspace: async (_folder, _wish, _deps, onFile) => {
      for (const file of paperFiles) onFile(file)
      return { notSeen: [] }
    },
    checkFiles: async (paths, _, onFile) => {
      for (const path of paths) {
        if (path.endsWith('not-text.md')) return refuse('not-text', 'It is not text.', 'Leave it out.')
        onFile({ path, problems: [], dismissed: [] })
      }
      return { notSeen: [] }
    },
    openWindow: async () => ({ kind: 'ended', code: 0 }),
  }
}

export interface Ran {
  exit: number
  out: string
  err: string
}

/** Runs a command as a person would type it; words are parted by spaces. */
export async function signpost(
  line: string,
  { services = paperServices(), terminal = {} }: { services?: Services; terminal?: Partial<Terminal> } = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const real: Terminal = {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    interactive: false,
    columns: 80,
    env: {},
    folder: '/home/priya',
    signal: new AbortController().signal,
    onLine: () => () => undefined,
    ...terminal,
  }
  const exit = await runCommandLine(line.split(' ').filter(Boolean), { terminal: real, services })
  return { exit, out, err }
}
