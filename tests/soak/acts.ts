import { z } from 'zod'

/**
 * What a person does at a laptop, as plain data: made by lot, kept in a file, replayed. `page`, `block` and the like are
 * numbers that are counted round whatever is there at that moment, so that an act still means something when the ones
 * before it are left out. `words` are the words that are typed, which nobody else ever types.
 */

const number = z.number().int().nonnegative()
const words = z.array(z.string().regex(/^[a-z]+\d+$/)).min(1)

export const editSchema = z.discriminatedUnion('edit', [
  z.object({ edit: z.literal('add-block'), block: number, as: z.enum(['paragraph', 'list', 'heading']), words }),
  z.object({ edit: z.literal('add-words'), block: number, words }),
  z.object({ edit: z.literal('change-word'), block: number, word: number, words }),
  z.object({ edit: z.literal('insert-words'), block: number, word: number, words }),
  z.object({ edit: z.literal('remove-word'), block: number, word: number }),
  z.object({ edit: z.literal('remove-block'), block: number }),
  z.object({ edit: z.literal('move-block'), block: number, to: number }),
  z.object({ edit: z.literal('retitle'), words }),
  z.object({ edit: z.literal('summarise'), words }),
])
export type Edit = z.infer<typeof editSchema>

export const actSchema = z.discriminatedUnion('do', [
  /** Types, and leaves the page without making a version of it. */
  z.object({ do: z.literal('type'), page: number, change: editSchema }),
  /** Types, and makes a version. */
  z.object({ do: z.literal('edit'), page: number, change: editSchema }),
  /** Makes versions of everything that is typed and is none yet. */
  z.object({ do: z.literal('save') }),
  z.object({ do: z.literal('share') }),
  z.object({ do: z.literal('create'), section: number, words }),
  z.object({ do: z.literal('copy'), page: number }),
  z.object({ do: z.literal('move'), page: number, section: number, slug: z.string() }),
  z.object({ do: z.literal('remove'), page: number }),
  /** Sets how often to review every page at once. */
  z.object({ do: z.literal('change-many'), months: number }),
  /** Sets another detail of every page at once: the section by its number, who it is for, or a requirement it answers. */
  z.object({ do: z.literal('set-many'), set: z.enum(['section', 'readers', 'tag']), which: number }),
  /** Takes a page off the site, for a reason. */
  z.object({ do: z.literal('withdraw'), page: number, words }),
  z.object({ do: z.literal('bring-back'), page: number }),
  /** Says something of a requirement in the evaluation that is not finished yet; where none is, one is begun. */
  z.object({ do: z.literal('judge'), requirement: number, judgement: z.enum(['yes', 'limited', 'no']), words }),
  z.object({ do: z.literal('finish') }),
  /** What a family said, and an answer to one. */
  z.object({ do: z.literal('log'), words }),
  z.object({ do: z.literal('answer'), which: number, words }),
  /** Puts back what was deleted. */
  z.object({ do: z.literal('restore'), which: number }),
  /** Puts an earlier version back. */
  z.object({ do: z.literal('put-back'), page: number, version: number }),
  /** With these words for whoever cannot see it. */
  z.object({ do: z.literal('add-picture'), name: z.enum(['map', 'house', 'poster']), words }),
  z.object({ do: z.literal('describe-picture'), which: number, words }),
  z.object({ do: z.literal('remove-picture'), which: number }),
  z.object({ do: z.literal('ask'), page: number, words }),
  z.object({ do: z.literal('comment'), page: number, words }),
  z.object({ do: z.literal('decide'), page: number, good: z.boolean(), words }),
  /** What is approved; where nothing is, this page without a review, for a reason. */
  z.object({ do: z.literal('publish'), page: number, words }),
  /** Undoes what was done so many acts ago, by whomever. */
  z.object({ do: z.literal('undo'), back: number }),
  z.object({ do: z.literal('choose'), which: number, answer: z.enum(['mine', 'theirs', 'both', 'written']), words }),
])
export type Act = z.infer<typeof actSchema>
export type ActName = Act['do']

/**
 * What is killed, and given errors, at each of its points in turn: everything that a person can do, the start itself, and
 * both ways to a workspace.
 */
export const walked = [
  'type',
  'edit',
  'share',
  'save',
  'open',
  'join',
  'begin',
  'create',
  'copy',
  'move',
  'remove',
  'change-many',
  'set-many',
  'withdraw',
  'bring-back',
  'judge',
  'finish',
  'log',
  'answer',
  'restore',
  'put-back',
  'ask',
  'comment',
  'decide',
  'choose',
  'undo',
  'publish',
  'add-picture',
  'describe-picture',
  'remove-picture',
] as const satisfies readonly (ActName | 'open' | 'join' | 'begin')[]

export type Walked = (typeof walked)[number]
