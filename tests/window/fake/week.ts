import type { implement } from '@orpc/server'
import type {
  Choice,
  contract,
  FeedState,
  PageRow,
  WeekKindInfo,
  WeekLine,
  WeekView,
} from '../../../src/shared/contract/index.ts'
import { idOf, inDays } from './pages.ts'
import { minutesAgo, priya } from './team.ts'
import type { waitingFor } from './waiting.ts'

const checks = 'Check that these are still true'
const waits = 'Waiting for you'

export const weekKinds: WeekKindInfo[] = [
  { id: 'overdue', label: 'Late to be checked', heading: checks, counts: true },
  { id: 'due-soon', label: 'Soon to be checked', heading: checks, counts: true },
  { id: 'choice', label: 'To choose', heading: waits, counts: true },
  { id: 'changes-asked', label: 'Changes asked', heading: waits, counts: true },
  { id: 'urgent-review', label: 'Published in a hurry', heading: waits, counts: true },
  { id: 'review', label: 'To review', heading: waits, counts: true },
  { id: 'changed-since', label: 'Changed since it was approved', heading: waits, counts: true },
  { id: 'gap', label: 'Gaps of the last evaluation', heading: 'Gaps of the last evaluation', counts: false },
]

/** A line of the week with nothing special about it. */
export function weekLine(line: Partial<WeekLine> & Pick<WeekLine, 'kind'>): WeekLine {
  const page = line.page === undefined ? idOf(1) : line.page
  const to = { place: 'page' as const, id: page }
  return {
    key: `${line.kind} ${page}`,
    page,
    about: page && { kind: 'page', id: page },
    title: 'When school feels too hard',
    section: 'education',
    owner: '',
    mine: true,
    risk: 'none',
    chip: { words: 'Look', tone: 'plain' },
    due: null,
    putOff: null,
    sentence: 'Last checked in May, no problems.',
    to,
    acts: [{ act: 'go', label: 'Open', to }],
    ...line,
  }
}

/** What is due of the first few pages. */
function dueLines(rows: readonly PageRow[]): WeekLine[] {
  const lines = rows.slice(0, 10).flatMap(({ id, title, section, owner, reviewDue: on }): WeekLine[] => {
    if (on === null) return []
    const days = Math.round((Date.parse(on) - Date.parse(inDays(0))) / 86_400_000)
    if (days >= 8) return []
    return [
      weekLine({
        kind: days < 0 ? 'overdue' : 'due-soon',
        page: id,
        title,
        section,
        owner,
        mine: owner === '' || owner === priya.email,
        chip: { words: '', tone: days < 0 ? 'stop' : 'warn' },
        due: { on, days },
        acts: [
          { act: 'still-accurate' },
          { act: 'go', label: 'Open', to: { place: 'page', id } },
          { act: 'give' },
          { act: 'put-off' },
        ],
      }),
    ]
  })
  return lines.toSorted((a, b) => (a.due?.days ?? 0) - (b.due?.days ?? 0))
}

interface FakeWeek {
  rows: readonly PageRow[]
  waiting: ReturnType<typeof waitingFor>
  choices: readonly Pick<Choice, 'id' | 'page' | 'title'>[]
}

type Os = ReturnType<typeof implement<typeof contract>>

/** The week, and what can be done about its lines; views are kept as long as the window is open. */
export function fakeWeek(os: Os, now: () => FakeWeek) {
  const ok = { kind: 'ok' as const }
  let views: WeekView[] = []
  let feed: FeedState = { folder: null, file: null, writtenAt: null, trouble: null }
  return {
    get: os.week.get.handler(() => weekOf(now())),
    give: os.week.give.handler(() => ok),
    giveAll: os.week.giveAll.handler(() => ({ ...ok, pages: 3, comments: 1, promises: 0, gaps: 2 })),
    putOff: os.week.putOff.handler(() => ok),
    takeUp: os.week.takeUp.handler(() => ok),
    spread: os.week.spread.handler(({ input }) => ({ ...ok, pages: input.ids.length })),
    calendar: os.week.calendar.handler(() => ({ name: 'review-dates.ics', pages: 2, text: 'BEGIN:VCALENDAR\r\n' })),
    feed: os.week.feed.handler(() => feed),
    nameFeedFolder: os.week.nameFeedFolder.handler(({ input }) => {
      const folder = input.folder.trim() || null
      const file = folder === null ? null : `${folder}/review-dates.ics`
      feed = { folder, file, writtenAt: file === null ? null : minutesAgo(0), trouble: null }
      return feed
    }),
    views: os.week.views.handler(() => views),
    keepView: os.week.keepView.handler(({ input }) => {
      views = [...views.filter(({ name }) => name !== input.name), input]
      return ok
    }),
    forgetView: os.week.forgetView.handler(({ input }) => {
      views = views.filter(({ name }) => name !== input.name)
      return ok
    }),
  }
}

/** Something of most kinds; nothing of a workspace with no pages. */
function weekOf({ rows, waiting, choices }: FakeWeek) {
  const choose = { place: 'choose' as const, id: null }
  const lines = [
    ...dueLines(rows),
    ...choices.map(({ id, page, title }) =>
      weekLine({
        kind: 'choice',
        key: `choice ${id}`,
        page,
        title,
        chip: { words: 'Choose', tone: 'warn' },
        sentence: 'You and Sam both changed the same words. Both are kept.',
        to: choose,
        acts: [{ act: 'go', label: 'Choose', to: choose }],
      }),
    ),
    ...waiting
      .filter(({ mayNotDecide }) => mayNotDecide === null)
      .map(({ id, title, section, askedBy, urgent }) => {
        const to = { place: 'review' as const, id }
        return weekLine({
          kind: urgent ? 'urgent-review' : 'review',
          page: id,
          title,
          section,
          chip: { words: urgent ? 'Already live' : 'Review', tone: urgent ? 'stop' : 'accent' },
          sentence: `${askedBy} asked yesterday.`,
          to,
          acts: [{ act: 'go', label: 'Review', to }],
        })
      }),
    ...(rows.length > 0 ? others : []),
  ]
  return { today: inDays(0), kinds: weekKinds, lines }
}

const others: readonly WeekLine[] = [
  weekLine({
    kind: 'changed-since',
    page: idOf(9),
    title: 'Young carers',
    chip: { words: 'Changed', tone: 'warn' },
    sentence: 'Danny approved it in May. Priya changed it today. Families do not see the change yet.',
    acts: [{ act: 'ask-review' }, { act: 'go', label: 'Open', to: { place: 'page', id: idOf(9) } }],
  }),
  weekLine({
    kind: 'gap',
    key: 'gap se7-framework GAP-6',
    page: null,
    about: { kind: 'gap', checklist: 'se7-framework', gap: 'GAP-6', seen: [] },
    title: 'Capacity, power of attorney and rights at 16',
    chip: { words: 'Open', tone: 'stop' },
    sentence: 'No page answers it yet.',
    to: { place: 'checklist', id: 'se7-framework' },
    acts: [
      { act: 'go', label: 'See', to: { place: 'checklist', id: 'se7-framework' } },
      { act: 'give' },
      { act: 'put-off' },
    ],
  }),
]
