import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { type Checklist, folderOfRecord } from '../../shared/checklist/index.ts'
import {
  type ContentHash,
  headingsOf,
  isoDateSchema,
  parseSiteConfig,
  type SiteConfig,
  type WorkspacePath,
  workspacePathSchema,
  writeRecord,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import {
  addDays,
  calendarFor,
  daysBetween,
  momentOf,
  moveDates,
  moveRecordDates,
  type Person,
  type ReviewRecord,
  reviewRecordSchema,
  type Story,
  type StoryStep,
  standing,
  storySchema,
  type Told,
} from '../../shared/review/index.ts'
import { type Disk, nodeDisk, removeDurably, severalAtOnce, writeDurably } from '../files/index.ts'
import { choicesIn, createHistory, type History } from '../git/index.ts'
import { anyDay, readySentence, trailersFor } from '../publish/index.ts'
import { createWorkspace, entryAt, hashOf } from '../workspace/index.ts'
import { builtInChecklists } from './checklists.ts'
import { recordsOfEvaluation, type SampleEvaluations } from './sample-evaluations.ts'
import { todayOf, type World } from './session.ts'

/** Who a visitor is in the sample, unless they say otherwise: the officer, so that there is a colleague to review. */
export const sampleVisitor: Person = { name: 'Priya Nair', email: 'priya@example.org' }

/** A sample can always be made again, so nothing of it waits for the disk to have it for good. */
const hastyDisk: Disk = { ...nodeDisk, hasty: true }

/** The sample as it grows: what is on the desk, what is live, and what was said. */
interface Growing {
  root: string
  history: History
  config: SiteConfig
  checklists: readonly Checklist[]
  moment: (step: StoryStep) => ReturnType<typeof momentOf>
  read: (name: string) => Promise<Uint8Array>
  /** How much later than the story's own days everything is. */
  days: number
  desk: Map<WorkspacePath, OnDesk | null>
  live: Map<WorkspacePath, ContentHash>
  records: ReviewRecord[]
  comments: Map<string, string>
  evaluations: SampleEvaluations
}

type OnDesk = ReturnType<typeof detailsOf>

/**
 * Makes the sample workspace in an empty or missing folder, telling its story version by version with days counted back
 * from today, so that it feels current whenever somebody looks. `own` is this computer's folder of what it knows about the
 * workspace. Refuses as `createWorkspace` does.
 */
export async function makeSample(
  folder: string,
  own: string,
  world: Pick<World, 'now' | 'resources' | 'fetch'>,
): Promise<{ kind: 'made'; root: string } | Refusal> {
  const source = join(world.resources, 'sample')
  const story = storySchema.parse(JSON.parse(await readFile(join(source, 'story.json'), 'utf8')))
  const config = parseSiteConfig(await readFile(join(source, 'workspace', 'signpost.yml'), 'utf8'))
  if (isRefusal(config)) throw new Error(config.detail ?? config.sentence)
  const made = await createWorkspace(folder, config, { disk: hastyDisk })
  if (isRefusal(made)) return made
  const today = todayOf({ world })
  const moment = (step: StoryStep) => momentOf(step, today)
  const [first, ...rest] = story.steps
  if (!first) throw new Error('the sample has no story')
  const history = await createHistory(made.root, personOf(config, first.by), {
    cache: own,
    choices: choicesIn(join(own, 'choices')),
    http: world.fetch,
    now: () => new Date(moment(first)),
    disk: hastyDisk,
  })
  if (isRefusal(history)) return history
  const days = daysBetween(story.datesRelativeTo, today)
  const growing: Growing = {
    root: made.root,
    history,
    config,
    checklists: await builtInChecklists(world.resources),
    moment,
    read: sampleReader(source, days),
    days,
    desk: new Map(),
    live: new Map(),
    records: [],
    comments: new Map(),
    evaluations: { records: [], names: new Map() },
  }
  for (const step of [first, ...rest]) {
    const told = await tellStep(growing, step)
    if (isRefusal(told)) return told
  }
  return { kind: 'made', root: made.root }
}

function sampleReader(source: string, days: number): (name: string) => Promise<Uint8Array> {
  return async name => {
    const bytes = await readFile(join(source, name))
    if (name.endsWith('.md')) return Buffer.from(moveDates(bytes.toString('utf8'), days))
    const isRecord = /(?:^|\/)(?:feedback|answers)\/[^/]+\.yml$/.test(name)
    return isRecord ? Buffer.from(moveRecordDates(bytes.toString('utf8'), days)) : bytes
  }
}

async function tellStep(growing: Growing, step: Story['steps'][number]): Promise<unknown> {
  switch (step.kind) {
    case 'version':
      return tellVersion(growing, step)
    case 'review':
      return tellReview(growing, step)
    case 'publish':
      return tellPublish(growing, step)
    case 'evaluation':
      return tellEvaluation(growing, step)
  }
}

async function tellVersion(growing: Growing, step: Extract<StoryStep, { kind: 'version' }>): Promise<unknown> {
  const files = [
    ...step.paths.map(path => ({ path, name: `workspace/${path}` })),
    ...step.earlier.map(({ path, from }) => ({ path, name: `earlier/${from}/${path}` })),
  ]
  for (const path of step.removed) {
    const removed = await removeDurably(growing.root, path, { disk: hastyDisk })
    if (isRefusal(removed)) return removed
    growing.desk.delete(path)
  }
  const all = await severalAtOnce(files, async ({ path, name }) => {
    const bytes = await growing.read(name)
    growing.desk.set(path, path.endsWith('.md') ? detailsOf(path, Buffer.from(bytes).toString('utf8')) : null)
    return writeDurably(growing.root, path, bytes, { disk: hastyDisk })
  })
  const no = all.find(written => isRefusal(written))
  if (no) return no
  return keep(growing, step, [...files.map(file => file.path), ...step.removed])
}

async function tellReview(growing: Growing, step: Extract<StoryStep, { kind: 'review' }>): Promise<unknown> {
  const paths: WorkspacePath[] = []
  for (const told of step.records) {
    const record = recordOf(growing, step, told)
    const path = workspacePathSchema.parse(`reviews/${record.page}/${record.id}.yml`)
    const written = await writeDurably(growing.root, path, writeRecord(record), { disk: hastyDisk })
    if (isRefusal(written)) return written
    growing.records.push(record)
    if (told.kind === 'comment') growing.comments.set(told.name, record.id)
    paths.push(path)
  }
  return keep(growing, step, paths)
}

function recordOf(growing: Growing, step: StoryStep, told: Told): ReviewRecord {
  const page = growing.desk.get(told.page)
  if (!page) throw new Error(`the story speaks of ${told.page} before it is there`)
  const at = growing.moment(step)
  // In one sitting the order counts: each record is a millisecond after the one before.
  const id = ulid(Date.parse(at) + growing.records.length)
  const to = 'to' in told ? { to: growing.comments.get(told.to) } : {}
  const until = 'until' in told ? { until: addDays(told.until, growing.days) } : {}
  return reviewRecordSchema.parse({
    ...told,
    ...to,
    ...until,
    id,
    page: page.id,
    by: personOf(growing.config, step.by),
    at,
    hash: page.hash,
  })
}

/** What is said within the team, about pages and about what families said, is no part of the site. */
const staysWithTheTeam = /^(?:reviews|feedback|reports|evaluations)\//

/** The story publishes, and builds no site that could be looked at. */
const neverMeasured = { published: 'sent', built: null, pages: [], services: [], answers: [] } as const

async function tellEvaluation(growing: Growing, step: Extract<StoryStep, { kind: 'evaluation' }>): Promise<unknown> {
  const { config, evaluations, moment, desk, live, records, checklists } = growing
  const at = moment(step)
  const made = recordsOfEvaluation(step.records, {
    ...evaluations,
    by: personOf(config, step.by),
    at,
    checklists,
    pages: [...desk].flatMap(([path, entry]) => (entry === null ? [] : [{ ...entry, live: live.get(path) ?? null }])),
    reviews: records,
    site: { ...neverMeasured, today: isoDateSchema.parse(at.slice(0, 10)), contact: config.contact },
    every: config.review.every,
    calendar: calendarFor(config),
  })
  const files = made.map(record => ({
    path: workspacePathSchema.parse(`evaluations/${folderOfRecord(record)}/${record.id}.yml`),
    text: writeRecord(record),
  }))
  const all = await severalAtOnce(files, ({ path, text }) =>
    writeDurably(growing.root, path, text, { disk: hastyDisk }),
  )
  const no = all.find(written => isRefusal(written))
  if (no) return no
  return keep(
    growing,
    step,
    files.map(({ path }) => path),
  )
}

/** Live gets what is approved or urgent at this point of the story; anything else keeps the words that families had. */
async function tellPublish(growing: Growing, step: StoryStep): Promise<unknown> {
  const { history, desk, live } = growing
  const [onDesk, onLive] = [await history.filesAt('desk'), await history.filesAt('live')]
  const files = new Map<string, string>()
  const [titles, why]: [string[], string[]] = [[], []]
  const at = growing.moment(step)
  for (const [path, oid] of onDesk) {
    const entry = desk.get(path as WorkspacePath)
    if (!entry) {
      if (!staysWithTheTeam.test(path)) files.set(path, oid)
      continue
    }
    const records = growing.records.filter(record => record.page === entry.id)
    const stands = standing(entry.hash, live.get(path as WorkspacePath) ?? null, records)
    if (stands.withdrawn !== null) {
      live.delete(path as WorkspacePath)
      continue
    }
    const approved = stands.decision?.decision === 'good'
    const may = approved || stands.urgent !== null
    const content = may ? oid : onLive.get(path)
    if (content === undefined) continue
    files.set(path, content)
    if (may && live.get(path as WorkspacePath) !== entry.hash) {
      titles.push(entry.title)
      why.push(readySentence(stands, approved ? 'approved' : 'urgent', anyDay))
    }
    if (may) live.set(path as WorkspacePath, entry.hash)
  }
  return history.writeTree({
    branch: 'live',
    files,
    sentence: step.sentence,
    by: personOf(growing.config, step.by),
    at,
    trailers: trailersFor(ulid(Date.parse(at)), titles, why),
  })
}

async function keep({ history, config, moment }: Growing, step: StoryStep, paths: WorkspacePath[]): Promise<unknown> {
  return history.commitPaths(paths, { by: personOf(config, step.by), sentence: step.sentence, at: moment(step) })
}

function detailsOf(path: WorkspacePath, text: string) {
  const entry = entryAt(path, text)
  const { id, title, checklist, review } = entry.fields
  const headings = headingsOf(entry.doc).map(({ slug }) => slug)
  return { id, title, hash: hashOf(text), tags: checklist, headings, review }
}

function personOf(config: SiteConfig, email: string): Person {
  const member = config.team.find(person => person.email === email)
  if (!member) throw new Error(`${email} is not in the sample's team`)
  return { name: member.name, email: member.email }
}
