import { isoDateSchema } from '../../shared/content/index.ts'
import type { CommentView } from '../../shared/contract/index.ts'
import type { Alike, Channel, CommentState, Exclusion, RecognisedKind, Sender } from '../../shared/feedback/index.ts'
import { commentPutOff } from '../../shared/feedback/index.ts'
import type { Option } from '../ui/select.tsx'
import { putOffWords } from '../words/put-off.ts'
import type { Tone } from '../words/states.ts'

/** How the screens call what the files keep as codes. */

export const channelWords: Readonly<Record<Channel, string>> = {
  email: 'By email',
  telephone: 'By telephone',
  event: 'At an event or a meeting',
  survey: 'In a survey or a form',
  social: 'On social media',
  letter: 'By letter',
  other: 'Another way',
}

export const senderWords: Readonly<Record<Sender, string>> = {
  'parent-carer': 'A parent or carer',
  'young-person': 'A child or young person',
  professional: 'Somebody who works with families',
  unknown: 'Not known',
}

export const stateWords: Readonly<Record<CommentState, { word: string; tone: Tone }>> = {
  'to-answer': { word: 'To answer', tone: 'warn' },
  answered: { word: 'Answered', tone: 'accent' },
  published: { word: 'Published', tone: 'good' },
  'left-out': { word: 'Left out', tone: 'plain' },
}

/** The two that the law knows, and no third: SEND Regulations 2014, reg 56(4). */
export const exclusionWords: Readonly<Record<Exclusion, { label: string; help: string }>> = {
  vexatious: {
    label: 'It is vexatious',
    help: 'Meant to annoy or to harm somebody. A comment that is angry, or hard to hear, is not.',
  },
  'one-person': {
    label: 'It is about the help that one person gets',
    help: 'Answer that family themselves. What many could have said is published without what only they could say.',
  },
}

export const recognisedWords: Readonly<Record<RecognisedKind, string>> = {
  name: 'may be somebody’s name',
  email: 'is an email address',
  telephone: 'is a telephone number',
  postcode: 'is a postcode',
  address: 'is an address',
  birth: 'is a date of birth',
  number: 'is a number that one person has',
  'child-at-school': 'points to one child: an age or a year, and a school',
  post: 'points to one person by their work',
  account: 'is an account of somebody',
}

export const alikeWords: Readonly<Record<Alike, string>> = {
  'same-reference': 'has the same reference as',
  'same-words': 'has the same words as',
  nearly: 'is nearly the same as',
}

export function optionsOf<T extends string>(words: Readonly<Record<T, string>>): Option[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))
}

const longest = 90

/** A comment by its first words, as a list names it. */
export function named({ comment }: Pick<CommentView, 'comment'>): string {
  const [line = ''] = comment.words.split('\n')
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')}…`
}

/** Who lets a comment that nobody has answered wait, until when and why. */
export function waitsWords({ state, comment }: CommentView, now: Date): string {
  const today = isoDateSchema.parse(now.toLocaleDateString('sv-SE'))
  const waits = state === 'to-answer' ? commentPutOff(comment, today) : null
  return putOffWords(waits && { ...waits, by: waits.by.name }, now)
}
