import { readFileSync } from 'node:fs'
import {
  type Checklist,
  coverage,
  linkChecklists,
  listFileSchema,
  readChecklist,
  withTeamFiles,
} from '../../../src/shared/checklist/index.ts'
import { isoDateSchema, parseBody, workspacePathSchema } from '../../../src/shared/content/index.ts'
import type { Choice, Comment, PageRow, Plan, Version } from '../../../src/shared/contract/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { idOf, someHash } from './pages.ts'
import { config, danny, minutesAgo, priya, sam } from './team.ts'

const plain = { hash: someHash, wording: null, saidBy: null, taken: false }

export const comments: Comment[] = [
  {
    id: 'c1',
    by: danny,
    at: minutesAgo(1500),
    ...plain,
    quote: { exact: 'Ask for a meeting within two weeks', prefix: '(SENCO). ', suffix: ', and ask' },
    text: 'Say who to ring first, and what to say. I would have been too scared to ask.',
    settled: false,
    answers: [{ by: priya, at: minutesAgo(300), text: 'Good point. I will add the SENCO’s number.' }],
  },
  {
    id: 'c2',
    by: danny,
    at: minutesAgo(1490),
    ...plain,
    quote: null,
    text: 'Much better than the old one.',
    settled: false,
    answers: [],
  },
  {
    id: 'c4',
    by: danny,
    at: minutesAgo(1480),
    ...plain,
    quote: { exact: 'Ask for a meeting within two weeks', prefix: '(SENCO). ', suffix: ', and ask' },
    text: '',
    wording: 'Ask for a meeting within ten school days',
    settled: false,
    answers: [],
  },
  {
    id: 'c3',
    by: sam,
    at: minutesAgo(4000),
    ...plain,
    quote: { exact: 'words that went', prefix: '', suffix: '' },
    text: 'Is this still so?',
    settled: true,
    answers: [],
  },
]

export const versions: Version[] = [
  {
    version: 'v4',
    by: priya,
    at: minutesAgo(120),
    sentence: 'Priya changed two paragraphs',
    hash: someHash,
    live: false,
  },
  { version: 'v3', by: sam, at: minutesAgo(3000), sentence: 'Sam added a table', hash: someHash, live: true },
  {
    version: 'v2',
    by: priya,
    at: minutesAgo(90_000),
    sentence: 'Priya changed the title',
    hash: someHash,
    live: false,
  },
  {
    version: 'v1',
    by: priya,
    at: minutesAgo(290_000),
    sentence: 'Priya started this page',
    hash: someHash,
    live: false,
  },
]

export const choice: Choice = {
  id: 'choice-1',
  page: idOf(0),
  title: 'Moving into Southend with an EHC plan',
  field: 'body',
  mine: {
    by: priya,
    at: minutesAgo(30),
    doc: parseBody('They must send us the plan on the day you move, or within 15 working days of hearing about it.')
      .doc,
  },
  theirs: {
    by: sam,
    at: minutesAgo(120),
    doc: parseBody('They must send us the plan and all reports in it on the day you move.').doc,
  },
  before: parseBody('They must send us the plan on the day you move.').doc,
  above: parseBody('Tell the council that you are leaving as soon as you have a date.').doc,
  below: parseBody('Your child can stay at their school where that is possible.').doc,
  reply: { answer: null, written: null },
}

export const plan: Plan = {
  kind: 'plan',
  plan: 'plan-1',
  ready: [
    {
      id: idOf(6),
      title: 'Young carers',
      change: 'new',
      sentence: 'Approved by Danny, Friday.',
      urgent: false,
      although: false,
    },
    {
      id: idOf(5),
      title: 'Support in college',
      change: 'changed',
      sentence: 'Approved by Danny, Thursday.',
      urgent: false,
      although: false,
    },
    {
      id: idOf(2),
      title: 'Travel to school',
      change: 'moved',
      sentence: 'From Getting about to Education. The old address will lead there.',
      urgent: false,
      although: false,
    },
  ],
  heldBack: [
    {
      id: idOf(0),
      title: 'Moving into Southend with an EHC plan',
      hash: someHash,
      mayGoAlthough: ['“click here” does not say where it goes.'],
      why: 'problems',
      sentence: 'A link that says “click here”, and a bold line that should be a heading.',
    },
    {
      id: idOf(4),
      title: 'Benefits and money',
      hash: someHash,
      mayGoAlthough: [],
      why: 'changed-since-approval',
      sentence: 'Changed since Danny approved it.',
    },
  ],
  also: ['The telephone number for families changes on every page.'],
  stop: null,
}

export const published = [
  {
    publish: 'p2',
    at: minutesAgo(4200),
    by: priya,
    sentence: '5 changes by Priya',
    pages: ['Short breaks', 'Early help', 'Sleep', 'Sight', 'Work'],
    why: ['Approved by Danny Webb, 17 Nov.'],
    reason: '',
    current: true,
    reached: 'sent' as const,
  },
  {
    publish: 'p1',
    at: minutesAgo(29_000),
    by: sam,
    sentence: '1 change by Sam',
    pages: ['Getting help now'],
    why: [],
    reason: 'The fund had closed.',
    current: false,
    reached: 'sent' as const,
  },
]

export const deleted = [
  {
    path: workspacePathSchema.parse('pages/education/old-transport.md'),
    title: 'Transport (old)',
    at: minutesAgo(2000),
    by: sam.name,
    version: 'v9',
  },
  {
    path: workspacePathSchema.parse('media/hall.jpg'),
    title: 'hall.jpg',
    at: minutesAgo(9000),
    by: priya.name,
    version: 'v8',
  },
]

export const media = [
  { name: 'sensory-room.svg', picture: true, alt: 'A room with soft lights and a beanbag', decorative: false },
  { name: 'pattern.svg', picture: true, alt: '', decorative: true },
  { name: 'bus-pass.svg', picture: true, alt: '', decorative: false },
  { name: 'easy-read-ehc-plans.pdf', picture: false, alt: '', decorative: false },
].map((item, index) => ({
  ...item,
  path: workspacePathSchema.parse(`media/${item.name}`),
  bytes: 42_000 * (index + 1),
  credit: '',
  usedBy: index === 1 ? [] : [idOf(index)],
}))

const builtIn = linkChecklists(
  ['se7-framework', 'statutory-requirements'].map(name => {
    const text = readFileSync(new URL(`../../../resources/checklists/${name}.json`, import.meta.url), 'utf8')
    const list = readChecklist(JSON.parse(text), name)
    if (isRefusal(list)) throw new Error(list.sentence)
    return list
  }),
)

const known = {
  'young-carers': { label: 'Support for young carers', requirements: ['SE7-SC-11', 'SE7-SC-12', 'SE7-SC-13'] },
  rights: { label: 'Rights at 16', requirements: ['SE7-RT-01', 'SE7-RT-02'] },
}
export const checklists: Checklist[] = withTeamFiles(builtIn, [
  listFileSchema.parse({ id: 'se7-framework', gaps: known }),
]).lists

/** Every third requirement has a page, so that all statuses occur. */
export function coverageOf(checklist: Checklist, rows: readonly PageRow[]) {
  const requirements = checklist.sections.flatMap(section => section.requirements)
  const entries = rows.slice(0, 40).map((row, index) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    headings: [],
    live: row.state === 'live',
    approved: true,
    overdue: index === 3,
    tags: requirements.filter((_, at) => at % 61 === index).map(({ id }) => ({ requirement: id, heading: null })),
  }))
  const site = {
    today: isoDateSchema.parse('2026-11-22'),
    published: 'seen' as const,
    built: null,
    contact: config.contact,
    pages: [],
    services: [],
    answers: [],
  }
  return coverage(checklist, { entries, site, evidence: [] })
}
