import { createHash } from 'node:crypto'
import { type ContentHash, contentHashSchema, isoDateSchema, parseEntry } from '../../src/shared/content/index.ts'
import {
  momentOf,
  type Person,
  type ReviewRecord,
  reviewRecordSchema,
  type Standing,
  type Story,
  type StoryStep,
  standing,
  type Told,
} from '../../src/shared/review/index.ts'
import { isEntryPath, readConfig, textOfFile } from './sample.ts'

/** A record as the loader would write it, with the words that it speaks about. */
export interface Said {
  step: StoryStep
  told: Told
  record: ReviewRecord
  text: string
  changedLastBy: string
}

/** How things stand when the whole story has been told. */
export interface Ended {
  desk: Map<string, string>
  live: Map<string, ContentHash>
  said: Said[]
}

export function hashOf(text: string): ContentHash {
  return contentHashSchema.parse(createHash('sha256').update(text).digest('hex'))
}

/** Tells a story from its first step to its last, in memory: files, records and publishes, as story.ts describes them. */
export function tell(story: Story): Ended {
  const ended: Ended = { desk: new Map(), live: new Map(), said: [] }
  const changedBy = new Map<string, string>()
  for (const step of story.steps) {
    if (step.kind === 'version') {
      for (const path of step.removed) ended.desk.delete(path)
      for (const path of step.paths) ended.desk.set(path, textOfFile(`workspace/${path}`))
      for (const { path, from } of step.earlier) ended.desk.set(path, textOfFile(`earlier/${from}/${path}`))
      for (const path of [...step.paths, ...step.earlier.map(each => each.path)]) changedBy.set(path, step.by)
    } else if (step.kind === 'review') {
      for (const told of step.records) ended.said.push(recordOf(story, step, told, ended, changedBy))
    } else if (step.kind === 'publish') {
      publish(ended)
    }
  }
  return ended
}

function recordOf(story: Story, step: StoryStep, told: Told, ended: Ended, changedBy: Map<string, string>): Said {
  const text = ended.desk.get(told.page) ?? ''
  const { page: _, ...rest } = told
  const record = reviewRecordSchema.parse({
    ...rest,
    id: String(ended.said.length).padStart(6, '0'),
    page: parseEntry(told.page, text).entry.fields.id,
    by: personOf(step.by),
    at: momentOf(step, isoDateSchema.parse(story.datesRelativeTo)),
    hash: hashOf(text),
  })
  return { step, told, record, text, changedLastBy: changedBy.get(told.page) ?? '' }
}

function publish(ended: Ended): void {
  for (const path of ended.live.keys()) if (!ended.desk.has(path)) ended.live.delete(path)
  for (const path of ended.desk.keys()) {
    if (!isEntryPath(path)) continue
    const { decision, urgent, withdrawn } = standingOf(path, ended)
    if (withdrawn) ended.live.delete(path)
    else if (decision?.decision === 'good' || urgent) ended.live.set(path, hashOf(ended.desk.get(path) ?? ''))
  }
}

/** What a page's state is at this point of the story. */
export function standingOf(path: string, ended: Ended): Standing {
  const text = ended.desk.get(path) ?? ''
  const records = ended.said.filter(each => each.told.page === path).map(each => each.record)
  return standing(hashOf(text), ended.live.get(path) ?? null, records)
}

function personOf(email: string): Person {
  const found = readConfig().team.find(person => person.email === email)
  if (!found) throw new Error(`${email} is not in the team`)
  return { name: found.name, email: found.email }
}
