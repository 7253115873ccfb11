import { z } from 'zod'
import { judgementSchema, saidOfGapSchema, saidSchema } from '../checklist/evaluation/index.ts'
import { type Instant, type IsoDate, instantSchema, isoDateSchema, workspacePathSchema } from '../content/ids.ts'
import { teamMemberSchema } from '../content/site-config.ts'
import { addDays } from './dates.ts'
import { quoteSchema } from './records.ts'

/**
 * `story.json` of a sample: how its history is laid down when somebody asks to look around. The finished files stand in
 * `workspace/`; where a version had other words, its file stands in `earlier/<from>/<path>`. Steps run from the oldest to
 * the newest. Every day is counted back from the day on which the sample is made, so that it always feels current.
 */

const who = teamMemberSchema.shape.email

const common = {
  /** Whole days before the day on which the sample is made; at least one, so that nothing lies in the future. */
  daysAgo: z.number().int().min(1),
  /** Time of day in UTC, `14:02`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** The email of somebody in `signpost.yml`. */
  by: who,
  /** What the history says: “Sam added who to ring first”. */
  sentence: z.string().min(1),
}

const versionStepSchema = z.object({
  ...common,
  kind: z.literal('version'),
  /** Files that get their finished words, from `workspace/<path>`. */
  paths: z.array(workspacePathSchema).default([]),
  /** Files that get words of their own for the time being, from `earlier/<from>/<path>`. */
  earlier: z.array(z.object({ path: workspacePathSchema, from: z.string().regex(/^[a-z0-9-]+$/) })).default([]),
  /** Files that are gone after it: where a page stood before it was moved. */
  removed: z.array(workspacePathSchema).default([]),
})
export type VersionStep = z.infer<typeof versionStepSchema>

const told = { page: workspacePathSchema }

/**
 * What somebody said about a page: the review records of records.ts, without what only the loader knows. The loader adds
 * `id`, `page` (the id in the file at that path), `by`, `at`, and `hash`: that of the file as the steps so far left it.
 */
const toldSchema = z.discriminatedUnion('kind', [
  z.object({ ...told, kind: z.literal('request'), note: z.string().default('') }),
  z.object({
    ...told,
    kind: z.literal('comment'),
    /** What an answer calls this comment; unique in the story. */
    name: z.string().min(1),
    /** Words of that version of the page; null for a comment on the whole page. */
    quote: quoteSchema.nullable(),
    text: z.string().min(1),
    wording: z.string().nullable().default(null),
  }),
  z.object({ ...told, kind: z.literal('answer'), to: z.string(), text: z.string().min(1) }),
  z.object({ ...told, kind: z.literal('settle'), to: z.string() }),
  z.object({
    ...told,
    kind: z.literal('decision'),
    decision: z.enum(['good', 'needs-changes']),
    note: z.string().default(''),
  }),
  z.object({ ...told, kind: z.literal('accurate') }),
  z.object({ ...told, kind: z.literal('urgent'), reason: z.string().min(1) }),
  z.object({ ...told, kind: z.literal('withdraw'), reason: z.string().min(1) }),
  /** `until` is a day of the story: it moves with the day on which the sample is made. */
  z.object({
    ...told,
    kind: z.literal('put-off'),
    what: z.string(),
    until: isoDateSchema,
    reason: z.string().min(1),
  }),
])
export type Told = z.infer<typeof toldSchema>

/** One sitting: everything that one person said, kept as one version of the workspace. */
const reviewStepSchema = z.object({ ...common, kind: z.literal('review'), records: z.array(toldSchema).min(1) })
export type ReviewStep = z.infer<typeof reviewStepSchema>

/**
 * Live gets every page and service whose words at this point are approved or urgent; a page that is neither keeps the
 * words that families had before, if any, and one that was withdrawn is gone. Pictures, documents, `signpost.yml` and
 * `redirects.yml` go as they stand.
 */
const publishStepSchema = z.object({ ...common, kind: z.literal('publish') })
export type PublishStep = z.infer<typeof publishStepSchema>

/** What somebody said in an evaluation; the loader adds what only it knows, and takes the snapshot of a finished one. */
const toldOfEvaluationSchema = z.discriminatedUnion('kind', [
  /** `name` is what the other steps call it; unique in the story. */
  z.object({ kind: z.literal('begun'), name: z.string().min(1), title: z.string().min(1), checklist: z.string() }),
  /** The same judgement on several requirements. */
  z.object({
    kind: z.literal('judged'),
    of: z.string(),
    judgement: judgementSchema,
    requirements: z.array(z.string()).min(1),
  }),
  /** `unseen` is said by somebody who had not seen what a colleague said of it. */
  z.object({
    kind: z.literal('said'),
    of: z.string(),
    requirement: z.string(),
    said: saidSchema,
    unseen: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('finished'), of: z.string() }),
  z.object({ kind: z.literal('gap'), checklist: z.string(), gap: z.string(), said: saidOfGapSchema }),
  z.object({
    kind: z.literal('evidence'),
    checklist: z.string(),
    requirement: z.string(),
    what: z.string().min(1),
    onDaysAgo: z.number().int().min(1),
  }),
])
export type ToldOfEvaluation = z.infer<typeof toldOfEvaluationSchema>

/** One sitting of an evaluation, kept as one version. */
const evaluationStepSchema = z.object({
  ...common,
  kind: z.literal('evaluation'),
  records: z.array(toldOfEvaluationSchema).min(1),
})
export type EvaluationStep = z.infer<typeof evaluationStepSchema>

const stepSchema = z.discriminatedUnion('kind', [
  versionStepSchema,
  reviewStepSchema,
  publishStepSchema,
  evaluationStepSchema,
])
export type StoryStep = z.infer<typeof stepSchema>

const storyShape = z.object({
  story: z.literal(1),
  /**
   * The dates in the files (`review.last`, `review.due`, `assured_date`) are right for a sample made on this day. For any
   * other day the loader moves each of them by the same whole number of days, in the finished files and the earlier ones
   * alike and before anything is hashed: `moveDates(source, daysBetween(datesRelativeTo, today))`.
   */
  datesRelativeTo: isoDateSchema,
  steps: z.array(stepSchema).min(1),
})
export type Story = z.infer<typeof storyShape>

export const storySchema = storyShape.superRefine((story, context) => {
  for (const message of [...outOfOrder(story), ...unknownComments(story)]) context.addIssue({ code: 'custom', message })
})

function outOfOrder({ steps }: Story): string[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]
    if (before === undefined) return []
    const late = before.daysAgo < step.daysAgo || (before.daysAgo === step.daysAgo && before.time >= step.time)
    return late ? [`“${step.sentence}” does not come after “${before.sentence}”`] : []
  })
}

/** An answer or a “settled” has to name a comment that was made before it, on the same page. */
function unknownComments({ steps }: Story): string[] {
  const made = new Map<string, string>()
  const trouble: string[] = []
  for (const record of steps.flatMap(step => (step.kind === 'review' ? step.records : []))) {
    if (record.kind === 'comment') {
      if (made.has(record.name)) trouble.push(`two comments are called “${record.name}”`)
      made.set(record.name, record.page)
    } else if ((record.kind === 'answer' || record.kind === 'settle') && made.get(record.to) !== record.page) {
      trouble.push(`no earlier comment on ${record.page} is called “${record.to}”`)
    }
  }
  return trouble
}

/** When a step happened, for a sample that is made on `today`. */
export function momentOf(step: Pick<StoryStep, 'daysAgo' | 'time'>, today: IsoDate): Instant {
  return instantSchema.parse(`${addDays(today, -step.daysAgo)}T${step.time}:00.000Z`)
}

/**
 * The same file with the dates of its front matter moved by whole days, and not another byte changed. A file without
 * front matter, or with no such date in it, comes back as it is.
 */
export function moveDates(source: string, days: number): string {
  const frontMatter = /^---\n[\s\S]*?\n---(?:\n|$)/.exec(source)?.[0]
  if (frontMatter === undefined || days === 0) return source
  const moved = frontMatter.replace(
    /^( *(?:last|due|assured_date): )(\d{4}-\d{2}-\d{2})$/gm,
    (_, key: string, date: string) => key + addDays(isoDateSchema.parse(date), days),
  )
  return moved + source.slice(frontMatter.length)
}

/**
 * The same record with its days and moments moved likewise: what a family said, the answer that they read, what a team
 * wrote for a report.
 */
export function moveRecordDates(source: string, days: number): string {
  if (days === 0) return source
  return source.replace(
    /^( *(?:- )?(?:received|due|done|at|since|until): )(\d{4}-\d{2}-\d{2})(?=$|T)/gm,
    (_, key: string, date: string) => key + addDays(isoDateSchema.parse(date), days),
  )
}
