import {
  type ContentHash,
  contentHashSchema,
  type Doc,
  isoDateSchema,
  type PageId,
  pageFieldsSchema,
  pageIdSchema,
  parseBody,
  workspacePathSchema,
} from '../../../src/shared/content/index.ts'
import type { PageRow } from '../../../src/shared/contract/index.ts'
import type { PageState } from '../../../src/shared/review/records.ts'
import type { NewDetails } from '../../../src/shared/review/set-details.ts'
import { danny, minutesAgo, priya, sam } from './team.ts'

/** Page `number` of the made-up workspace. */
export function idOf(number: number): PageId {
  return pageIdSchema.parse(`01J0000000000000000000${String(number).padStart(4, '0')}`)
}

export const someHash: ContentHash = contentHashSchema.parse('a'.repeat(64))

/** Days from today as a calendar day. */
export function inDays(days: number) {
  return isoDateSchema.parse(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))
}

interface Sketch {
  title: string
  section: string
  state: PageState
  owner: string
  due: number | null
  errors?: number
  warnings?: number
  unsaved?: boolean
}

export const sketches: readonly Sketch[] = [
  {
    title: 'Moving into Southend with an EHC plan',
    section: 'education',
    state: 'draft',
    owner: priya.email,
    due: 40,
    errors: 2,
    warnings: 1,
    unsaved: true,
  },
  {
    title: 'When school feels too hard',
    section: 'education',
    state: 'ready-for-review',
    owner: priya.email,
    due: 120,
  },
  { title: 'Travel to school', section: 'education', state: 'live', owner: priya.email, due: -3, warnings: 1 },
  { title: 'Short breaks: who can get them', section: 'social-care', state: 'live', owner: sam.email, due: -17 },
  {
    title: 'Benefits and money',
    section: 'social-care',
    state: 'changed-since-approval',
    owner: priya.email,
    due: 1,
    warnings: 2,
  },
  { title: 'Support in college', section: 'preparing-for-adulthood', state: 'approved', owner: sam.email, due: 5 },
  { title: 'Young carers', section: 'social-care', state: 'approved', owner: danny.email, due: 160 },
  { title: 'Early help', section: 'social-care', state: 'changes-asked', owner: priya.email, due: 60 },
  { title: 'Speech and language therapy', section: 'health', state: 'live', owner: '', due: null },
  { title: 'Choosing a nursery', section: 'education', state: 'withdrawn', owner: sam.email, due: 200 },
]

const topics = ['Hearing', 'Sight', 'Autism', 'Sleep', 'Feeding', 'Mobility', 'Equipment', 'Housing', 'Work', 'Friends']

/** The rows of the page list: the sketches, then as many more as are wanted, and sixty services. */
export function makeRows(pages: number): PageRow[] {
  const more = Array.from(
    { length: Math.max(0, pages - sketches.length) },
    (_, index): Sketch => ({
      title: `${topics[index % topics.length]}: question ${Math.floor(index / topics.length) + 1}`,
      section: ['education', 'health', 'social-care', 'preparing-for-adulthood'][index % 4] ?? 'health',
      state: 'live',
      owner: [priya.email, sam.email][index % 2] ?? '',
      due: 30 + index,
    }),
  )
  const services = Array.from(
    { length: 60 },
    (_, index): Sketch => ({
      title: `${topics[index % topics.length]} group ${index + 1}`,
      section: '',
      state: index % 9 === 0 ? 'draft' : 'live',
      owner: sam.email,
      due: 20 + index,
    }),
  )
  return [...sketches, ...more]
    .map((sketch, index) => row(sketch, index, 'page'))
    .concat(services.map((sketch, index) => row(sketch, 5000 + index, 'service')))
}

function row(sketch: Sketch, number: number, kind: PageRow['kind']): PageRow {
  const slug = sketch.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return {
    id: idOf(number),
    kind,
    path: workspacePathSchema.parse(kind === 'page' ? `pages/${sketch.section}/${slug}.md` : `services/${slug}.md`),
    section: sketch.section,
    title: sketch.title,
    summary: `What a family needs to know about ${sketch.title.toLowerCase()}.`,
    owner: sketch.owner,
    state: sketch.state,
    reviewDue: sketch.due === null ? null : inDays(sketch.due),
    problems: { errors: sketch.errors ?? 0, warnings: sketch.warnings ?? 0, notices: 0 },
    changed: { at: minutesAgo(number * 90 + 5), by: priya.name },
    unsaved: sketch.unsaved ?? false,
  }
}

/** The row of a page with other details. */
export function withNew(row: PageRow, details: NewDetails): PageRow {
  const { owner = row.owner, due = row.reviewDue, section = row.section } = details
  return { ...row, owner, reviewDue: due, section }
}

export function fieldsOf(row: PageRow) {
  return {
    kind: 'page' as const,
    fields: pageFieldsSchema.parse({ id: row.id, title: row.title, summary: row.summary, owner: row.owner }),
  }
}

export const liveWords: Doc =
  parseBody(`You are not alone, and you are not to blame. School refusal is often called emotionally based school avoidance (EBSA).

## What to do first

Talk to the school’s special educational needs co-ordinator (SENCO).

## Who else can help

You can ring us between 9am and 5pm.
`).doc

export const newWords: Doc =
  parseBody(`You are not alone, and you are not to blame. Finding school too hard to face is often called emotionally based school avoidance (EBSA).

## What to do first

Talk to the school’s special educational needs co-ordinator (SENCO). Ask for a meeting within two weeks, and ask what can change tomorrow.

- Write down what helps at home.
- Ask who else will be in the room.

:::callout{kind=important}
**Is somebody in danger?** Ring 999 now.
:::

## Who else can help

| Who | What they do | How to get in touch |
| --- | --- | --- |
| Early help | A worker for the whole family | Telephone or form |
| SENDIASS | Free advice, on your side | Telephone |

:::details[What “EBSA” means]
Emotionally based school avoidance: being at school feels impossible, for reasons that are real.
:::

::service{id="01J00000000000000000005003"}

:::contact{name="SEND team" telephone="01632 960123" email="send@example.org" hours="Monday to Friday, 9am to 5pm"}
:::
`).doc
