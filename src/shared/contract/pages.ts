import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { pageFieldsSchema, serviceFieldsSchema } from '../content/fields.ts'
import { contentHashSchema, instantSchema, isoDateSchema, pageIdSchema, workspacePathSchema } from '../content/ids.ts'
import { pageStates } from '../review/records.ts'
import { newDetailsSchema } from '../review/set-details.ts'
import { base, docSchema, entryKindSchema, okSchema, orRefusal, pageRowSchema, versionSchema } from './common.ts'

/** The known fields, as they are set in one go; unknown keys, comments and order in the file stay as they are. */
export const entryFieldsSchema = z.union([
  z.object({ kind: z.literal('page'), fields: pageFieldsSchema }),
  z.object({ kind: z.literal('service'), fields: serviceFieldsSchema }),
])

/**
 * What families see of a page: nothing; the version of a day, which is the `newest` that was published or an earlier one;
 * or, where it was published and nobody has seen since what is on the web, what that is.
 */
export const familiesSeeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('version'), since: instantSchema, newest: z.boolean() }),
  z.object({ kind: z.literal('not-known'), published: instantSchema }),
])
export type FamiliesSee = z.infer<typeof familiesSeeSchema>

/** One page or service, open. `hash` names the saved version that the words here started from. */
export const openPageSchema = z.object({
  kind: z.literal('page-open'),
  id: pageIdSchema,
  entry: entryFieldsSchema,
  path: workspacePathSchema,
  section: z.string(),
  slug: z.string(),
  doc: docSchema,
  hash: contentHashSchema,
  state: z.enum(pageStates),
  families: familiesSeeSchema,
  /** When somebody last said that the page is true, in it or beside it. */
  lastChecked: isoDateSchema.nullable(),
  /** Typing that was on disk but not yet a version when this page was opened: it is in `doc` already. */
  recovered: z.object({ at: instantSchema, sentence: z.string() }).nullable(),
  /** Fields that could not be read as meant, one sentence each. */
  trouble: z.array(z.object({ field: z.string(), sentence: z.string(), line: z.number() })),
})
export type OpenPage = z.infer<typeof openPageSchema>

const draftSchema = z.object({ id: pageIdSchema, base: contentHashSchema, doc: docSchema, entry: entryFieldsSchema })

/**
 * What a window is told about a page that it has open: it may write, or another window does; the other window is `asked`
 * to hand the page over once its words are on the disk; the one that wants it hears `not-yet` where that cannot be.
 */
export const writingToldSchema = z.enum(['yours', 'elsewhere', 'asked', 'not-yet'])
export type WritingTold = z.infer<typeof writingToldSchema>

/**
 * Why a page was left as it was while others were changed: it is gone, or cannot be read at this moment; its details
 * cannot be read; a question about it waits for an answer; typing in it is no version yet; another program keeps writing
 * it; it is as long as a page can be; it is a service, which has no section and is for everybody; or something else stands
 * at the address that it would have.
 */
export const whyLeft = [
  'gone',
  'unreadable',
  'asked-about',
  'being-typed',
  'being-written',
  'too-long',
  'a-service',
  'address-taken',
] as const
export type WhyLeft = (typeof whyLeft)[number]

/** What became of a change of many pages. `same` said all of this before; `sentence` is null where nothing was changed. */
export const changedManySchema = z.object({
  kind: z.literal('changed-many'),
  changed: z.number(),
  same: z.number(),
  left: z.array(z.object({ id: pageIdSchema, why: z.enum(whyLeft) })),
  sentence: z.string().nullable(),
})
export type ChangedMany = z.infer<typeof changedManySchema>

export const templates = ['topic', 'service', 'event', 'what-to-do-if', 'blank'] as const

export const pagesContract = {
  list: base.output(z.array(pageRowSchema)),
  /** Full text: titles, summaries and words, with the words around the hit. Empty text lists nothing. */
  search: base.input(z.object({ text: z.string().max(200) })).output(
    z.array(
      z.object({
        id: pageIdSchema,
        kind: entryKindSchema,
        title: z.string(),
        excerpt: z.string(),
        /** The word of its text that was found, as it is written there. */
        found: z.string().nullable(),
      }),
    ),
  ),
  open: base.input(z.object({ id: pageIdSchema })).output(orRefusal(openPageSchema)),
  /**
   * Stands in line to write a page, for as long as the answer is listened to. `window` is a name that a window makes for
   * itself. Asked again by the same window, gives it another place: with `take` the next, or still the first.
   */
  writing: base
    .input(z.object({ id: pageIdSchema, window: z.string().min(1).max(100), take: z.boolean() }))
    .output(eventIterator(writingToldSchema)),
  /** Unsaved typing, on disk before this answers. Called at most once a second while somebody types. */
  draft: base.input(draftSchema).output(orRefusal(z.object({ kind: z.literal('kept'), at: instantSchema }))),
  /** Makes a version of the page. Nothing to save answers the present version. */
  save: base
    .input(draftSchema.extend({ sentence: z.string().optional() }))
    .output(
      orRefusal(
        z.object({ kind: z.literal('saved'), hash: contentHashSchema, at: instantSchema, state: z.enum(pageStates) }),
      ),
    ),
  /** Files that stand where pages do and cannot be shown as pages; nothing was done to them. */
  leftOut: base.output(
    z.array(z.object({ path: z.string(), sentence: z.string(), nextStep: z.string(), canPutBack: z.boolean() })),
  ),
  /** The newest version of such a file that is a page takes its place again; `kept` is where the other one is then. */
  putPageBack: base
    .input(z.object({ path: z.string() }))
    .output(
      orRefusal(z.object({ kind: z.literal('page-back'), id: pageIdSchema.nullable(), kept: workspacePathSchema })),
    ),
  create: base
    .input(z.object({ section: z.string(), title: z.string(), template: z.enum(templates) }))
    .output(orRefusal(z.object({ kind: z.literal('created'), id: pageIdSchema }))),
  /** Changes address; the old address leads to the new one. */
  move: base
    .input(z.object({ id: pageIdSchema, section: z.string(), slug: z.string() }))
    .output(orRefusal(z.object({ kind: z.literal('moved'), path: workspacePathSchema }))),
  duplicate: base
    .input(z.object({ id: pageIdSchema }))
    .output(orRefusal(z.object({ kind: z.literal('created'), id: pageIdSchema }))),
  remove: base.input(z.object({ id: pageIdSchema })).output(orRefusal(okSchema)),
  /** Sets details of several pages and services in one act, which is undone as one; a page that cannot be changed is named. */
  changeMany: base
    .input(z.object({ ids: z.array(pageIdSchema).min(1).max(20_000), details: newDetailsSchema }))
    .output(orRefusal(changedManySchema)),
  /** Recently deleted: pages, services and media, newest first. */
  bin: base.output(
    z.array(
      z.object({
        path: workspacePathSchema,
        title: z.string(),
        at: instantSchema,
        by: z.string(),
        version: z.string(),
      }),
    ),
  ),
  restore: base
    .input(z.object({ path: workspacePathSchema, version: z.string() }))
    .output(orRefusal(z.object({ kind: z.literal('restored'), id: pageIdSchema.nullable() }))),
  history: base.input(z.object({ id: pageIdSchema })).output(z.array(versionSchema)),
  /** For each paragraph, list, picture and so on, in reading order: who last changed it, in which version, and why. */
  paragraphs: base.input(z.object({ id: pageIdSchema })).output(
    z.array(
      z.object({
        words: z.string(),
        version: versionSchema,
        /** What was said when these words went to review or out urgently; empty when nothing was. */
        why: z.string(),
      }),
    ),
  ),
  /** The page as it was in one version; `live` is what families see now. */
  version: base
    .input(z.object({ id: pageIdSchema, version: z.union([z.literal('live'), z.string()]) }))
    .output(
      orRefusal(
        z.object({ kind: z.literal('version'), doc: docSchema, entry: entryFieldsSchema, hash: contentHashSchema }),
      ),
    ),
  /** Makes an earlier version the newest one; nothing in between is lost. */
  putBack: base
    .input(z.object({ id: pageIdSchema, version: z.string() }))
    .output(
      orRefusal(
        z.object({ kind: z.literal('saved'), hash: contentHashSchema, at: instantSchema, state: z.enum(pageStates) }),
      ),
    ),
  /** Renders what is typed now with the site's own renderer; `url` is for an isolated frame and changes with the words. */
  preview: base
    .input(z.object({ id: pageIdSchema, doc: docSchema, entry: entryFieldsSchema }))
    .output(orRefusal(z.object({ kind: z.literal('preview'), url: z.string() }))),
}

export const mediaItemSchema = z.object({
  name: z.string(),
  path: workspacePathSchema,
  bytes: z.number(),
  picture: z.boolean(),
  alt: z.string(),
  decorative: z.boolean(),
  credit: z.string(),
  usedBy: z.array(pageIdSchema),
})

export const mediaContract = {
  list: base.output(z.array(mediaItemSchema)),
  /** `data` is base64. A picture needs `alt` or `decorative`; the file's real kind is read from its bytes. */
  add: base
    .input(
      z.object({
        name: z.string(),
        data: z.string().max(40_000_000),
        alt: z.string(),
        decorative: z.boolean(),
        credit: z.string().default(''),
      }),
    )
    .output(orRefusal(z.object({ kind: z.literal('added'), item: mediaItemSchema }))),
  describe: base
    .input(z.object({ name: z.string(), alt: z.string(), decorative: z.boolean(), credit: z.string() }))
    .output(orRefusal(okSchema)),
  remove: base.input(z.object({ name: z.string() })).output(orRefusal(okSchema)),
}
