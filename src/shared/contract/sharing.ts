import { z } from 'zod'
import { contentHashSchema, instantSchema, pageIdSchema } from '../content/ids.ts'
import { undoingSchema, wholeFileSchema } from '../merge/choice.ts'
import { personSchema, reasonSchema } from '../review/records.ts'
import { base, docSchema, okSchema, orRefusal } from './common.ts'

/** Sync with colleagues, and the live site. */

/** How many questions wait for an answer meanwhile; left out for none. Where any do, nothing is `shared`. */
const choicesMeanwhile = z.number().int().positive().optional()

export const syncStateSchema = z.discriminatedUnion('kind', [
  /** No shared copy: this workspace is on this laptop only. */
  z.object({ kind: z.literal('alone'), choices: choicesMeanwhile }),
  z.object({ kind: z.literal('shared'), at: instantSchema }),
  z.object({
    kind: z.literal('working'),
    done: z.number(),
    total: z.number().nullable(),
    sentence: z.string(),
    choices: choicesMeanwhile,
  }),
  /** Something is only here. `changes` counts versions; `retryAt` is when it will be tried again. */
  z.object({
    kind: z.literal('waiting'),
    reason: z.enum(['offline', 'server-busy', 'not-started']),
    since: instantSchema.nullable(),
    changes: z.number(),
    retryAt: instantSchema.nullable(),
    /** When everything here was last shared, also before Signpost was started; null for never. */
    last: instantSchema.nullable(),
    /** What stands in the way, where more is known than the reason. */
    why: z.object({ sentence: z.string(), nextStep: z.string() }).optional(),
    choices: choicesMeanwhile,
  }),
  /** Both versions are kept; everything else is shared. */
  z.object({ kind: z.literal('needs-choice'), choices: z.number(), at: instantSchema.nullable() }),
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    sentence: z.string(),
    nextStep: z.string(),
    /** What is only here meanwhile, and since when. */
    changes: z.number().optional(),
    since: instantSchema.nullable().optional(),
    choices: choicesMeanwhile,
  }),
])
export type SyncState = z.infer<typeof syncStateSchema>

export const sideSchema = z.object({
  by: personSchema,
  at: instantSchema,
  /** The blocks in question, as this person left them; empty when they removed them. */
  doc: docSchema,
})
export const answerKinds = ['mine', 'theirs', 'both', 'written'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What somebody has in mind for a question; it changes nothing until they finish. */
export const replySchema = z.object({
  answer: z.enum(answerKinds).nullable(),
  /** Their own words, also half written and while another answer is meant; null before the first of them. */
  written: docSchema.nullable(),
})
export type Reply = z.infer<typeof replySchema>

/**
 * One place where two people changed the same words. `field` is `body`, the front matter field, or `file` for a whole
 * page or picture, which `file` then says more of.
 */
export const choiceSchema = z.object({
  id: z.string(),
  /** Null for a picture or document. */
  page: pageIdSchema.nullable(),
  title: z.string(),
  field: z.string(),
  mine: sideSchema,
  theirs: sideSchema,
  before: docSchema,
  /** The blocks on either side, for reading it in place. */
  above: docSchema,
  below: docSchema,
  file: wholeFileSchema.optional(),
  /** Where an undo asks: `mine` is what stood before the act, `before` what it left, `theirs` what stands now. */
  undoing: undoingSchema.optional(),
  reply: replySchema,
})
export type Choice = z.infer<typeof choiceSchema>

export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mine') }),
  z.object({ kind: z.literal('theirs') }),
  z.object({ kind: z.literal('both') }),
  z.object({ kind: z.literal('written'), doc: docSchema }),
])
export type Answer = z.infer<typeof answerSchema>

/** A question that was answered on this laptop, and can be asked again. */
export const answeredSchema = z.object({
  id: z.string(),
  page: pageIdSchema.nullable(),
  title: z.string(),
  field: z.string(),
  /** Whose words the others were. */
  with: z.string(),
  /** Whether an undo asked it. */
  undoing: z.boolean(),
  answer: z.enum(answerKinds),
  at: instantSchema,
})
export type Answered = z.infer<typeof answeredSchema>

/** What an answer would come to: what the checks say of the words in question, and whether the page needs review again. */
export const triedSchema = z.object({
  kind: z.literal('tried'),
  problems: z.array(
    z.object({ severity: z.enum(['error', 'warning', 'notice']), message: z.string(), why: z.string() }),
  ),
  reviewAgain: z.boolean(),
})
export type Tried = z.infer<typeof triedSchema>

export const finishedSchema = z.object({ kind: z.literal('finished'), used: z.number(), acts: z.array(z.string()) })
export type Finished = z.infer<typeof finishedSchema>

const aboutChoice = z.object({ id: z.string().max(100) })

export const syncContract = {
  state: base.output(syncStateSchema),
  now: base.output(syncStateSchema),
  /** The window noticed that there is a network again: what waits is tried at once. */
  online: base.output(okSchema),
  choices: base.output(z.array(choiceSchema)),
  /** Keeps what somebody means to answer, on disk before this answers. */
  reply: base.input(aboutChoice.extend(replySchema.shape)).output(orRefusal(okSchema)),
  /** What an answer would come to; changes nothing. */
  tryOut: base.input(aboutChoice.extend({ answer: answerSchema })).output(orRefusal(triedSchema)),
  /** Puts what was replied to these questions into the pages. `acts` are the versions of it, each of which can be undone. */
  finish: base.input(z.object({ ids: z.array(z.string().max(100)).max(1000) })).output(orRefusal(finishedSchema)),
  /** Newest first. */
  answered: base.output(z.array(answeredSchema)),
  /** Leaves an act as it is whose undoing asks: its questions go, and nothing is changed. */
  leave: base.input(aboutChoice).output(orRefusal(okSchema)),
  /** Undoes an answer, and asks the question again with the same reply in mind. */
  askAgain: base.input(aboutChoice).output(orRefusal(okSchema)),
}

export const plannedSchema = z.object({
  id: pageIdSchema,
  title: z.string(),
  change: z.enum(['new', 'changed', 'moved', 'removed']),
  /** “Approved by Danny, Friday.” */
  sentence: z.string(),
  /** Published without review. */
  urgent: z.boolean(),
  /** Although a check stops it: by somebody's leave, with a reason. */
  although: z.boolean(),
})
export const heldBackSchema = z.object({
  id: pageIdSchema,
  title: z.string(),
  why: z.enum([
    'problems',
    'not-reviewed',
    'changes-asked',
    'changed-since-approval',
    'waits',
    'choice',
    'not-checked',
  ]),
  sentence: z.string(),
  /** Of exactly which words this is said. */
  hash: contentHashSchema,
  /** What the checks say, where somebody may let these words go live all the same; otherwise nothing. */
  mayGoAlthough: z.array(z.string()),
})
export const planSchema = z.object({
  kind: z.literal('plan'),
  /** Names exactly this plan: a publish is of a plan that was seen. */
  plan: z.string(),
  ready: z.array(plannedSchema),
  heldBack: z.array(heldBackSchema),
  /** What goes live besides pages, one sentence each: the site's own settings, pictures that were replaced. */
  also: z.array(z.string()),
  /** Why the button cannot be used now, if so, with the next step. */
  stop: z
    .object({
      sentence: z.string(),
      nextStep: z.string(),
      /** The folder, where allowing it on this computer is all that is missing. */
      folder: z.string().optional(),
    })
    .nullable(),
})
export type Plan = z.infer<typeof planSchema>

/** “Live” is only ever said after the version stamp was read back from the web. */
export const liveStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('building'), done: z.number(), total: z.number().nullable(), sentence: z.string() }),
  z.object({
    kind: z.literal('sent'),
    publish: z.string(),
    at: instantSchema,
    sentence: z.string(),
    /** When Signpost last looked for it, where it has. */
    lookedAt: instantSchema.optional(),
  }),
  z.object({
    kind: z.literal('live'),
    publish: z.string(),
    at: instantSchema,
    checkedAt: instantSchema,
    url: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    sentence: z.string(),
    nextStep: z.string(),
    stillLive: z.string(),
    lookedAt: instantSchema.optional(),
  }),
])
export type LiveState = z.infer<typeof liveStateSchema>

export const publishRecordSchema = z.object({
  publish: z.string(),
  at: instantSchema,
  by: personSchema,
  sentence: z.string(),
  pages: z.array(z.string()),
  /** Why each of the first pages went out: who approved it, or the reason that somebody gave. */
  why: z.array(z.string()),
  /** Why an earlier site was put back, as whoever did it wrote; empty for every other publish. */
  reason: z.string(),
  /** True for the one that families see now, where that is known. */
  current: z.boolean(),
  /** Whether it was sent whole; `perhaps` where sending was cut off. */
  reached: z.enum(['not-sent', 'perhaps', 'sent']),
})

const hostPlaceSchema = z.object({ host: z.string().min(1).max(300), port: z.number().int().min(1).max(65_535) })

/** A web host of `signpost.yml`, and whether this computer can sign in there. */
export const webHostSchema = hostPlaceSchema.extend({
  user: z.string(),
  folder: z.string(),
  /** `ssh-ed25519 SHA256:…`; empty until somebody has trusted one. */
  hostKey: z.string(),
  secretKept: z.enum(['keychain', 'this-session', 'none']),
})
export type WebHostFound = z.infer<typeof webHostSchema>

export const hostWishSchema = hostPlaceSchema.extend({
  user: z.string().min(1).max(300),
  /** The key that the person has before them. */
  hostKey: z.string().min(1).max(300),
  secret: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('password'), password: z.string().min(1).max(1000) }),
    z.object({ kind: z.literal('key'), privateKey: z.string().min(1).max(50_000), passphrase: z.string().max(1000) }),
  ]),
})
export type HostWish = z.infer<typeof hostWishSchema>

export const liveContract = {
  state: base.output(liveStateSchema),
  plan: base.output(orRefusal(planSchema)),
  publish: base.input(z.object({ plan: z.string() })).output(orRefusal(liveStateSchema)),
  /** Lets the next publish take exactly these words although checks stop them: these problems, as they were read. */
  although: base
    .input(
      z.object({
        id: pageIdSchema,
        hash: contentHashSchema,
        problems: z.array(z.string().max(2000)).min(1).max(1000),
        reason: reasonSchema,
      }),
    )
    .output(orRefusal(okSchema)),
  /** Reads the stamp on the web again. */
  verify: base.output(liveStateSchema),
  before: base.output(z.array(publishRecordSchema)),
  /** Puts an earlier published site back by the same road; the reason stays in the log of publishes. */
  undo: base.input(z.object({ publish: z.string(), reason: reasonSchema })).output(orRefusal(liveStateSchema)),
  hosts: base.output(z.array(webHostSchema)),
  /** The key that a server shows now. Nobody signs in, and nothing is changed. */
  lookAtHost: base.input(hostPlaceSchema).output(orRefusal(z.object({ kind: z.literal('key'), hostKey: z.string() }))),
  /** Trusts this key for the team and keeps what the person signs in with, if both work. */
  trustHost: base
    .input(hostWishSchema)
    .output(orRefusal(z.object({ kind: z.literal('kept'), in: z.enum(['keychain', 'this-session']) }))),
  /** Allows this computer to write the site into the folder that signpost.yml names. */
  allowFolder: base.input(z.object({ path: z.string() })).output(orRefusal(okSchema)),
}
