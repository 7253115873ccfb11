/** Sentences such as a Local Offer is made of, the same ones at every run: a figure means something only beside another. */

export interface Prose {
  /** From 0 up to, and without, `below`. */
  number(below: number): number
  pick<T>(list: readonly T[]): T
  sentence(): string
  paragraph(sentences: number): string
  /** A few words for a heading, a title, or an item of a list. */
  phrase(): string
}

export function proseFrom(seed: number): Prose {
  const random = randomFrom(seed)
  const number = (below: number) => Math.floor(random() * below)
  const prose: Prose = {
    number,
    pick: list => {
      const one = list[number(list.length)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    },
    sentence: () => prose.pick(patterns)(prose),
    paragraph: sentences => Array.from({ length: sentences }, prose.sentence).join(' '),
    phrase: () => `${prose.pick(doings)} ${prose.pick(things)}`,
  }
  return prose
}

/** Mulberry32: small, and good enough for sentences. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const doings = ['Asking for', 'Getting ready for', 'Choosing', 'Paying for', 'Changing', 'Talking about', 'Finding']
const things = [
  'help at nursery',
  'a place at school',
  'travel to college',
  'short breaks',
  'speech and language therapy',
  'a yearly review',
  'an assessment',
  'equipment at home',
  'a personal budget',
  'work and training',
]
const people = [
  'the school',
  'your caseworker',
  'a health visitor',
  'the family hub',
  'our travel team',
  'a social worker',
]
const who = ['your child', 'a young person', 'you', 'your family', 'the whole class']
const whens = [
  'in the autumn term',
  'within two weeks',
  'before the meeting',
  'every six months',
  'after Year 9',
  'at any time',
]
const needs = ['more time', 'a quiet room', 'a trained adult', 'words and pictures', 'a visit first', 'a written plan']

const patterns: readonly ((prose: Prose) => string)[] = [
  ({ pick }) => `Ask ${pick(people)} about ${pick(things)} ${pick(whens)}.`,
  ({ pick }) => `If ${pick(who)} would like ${pick(needs)}, tell ${pick(people)}.`,
  ({ pick }) => `We write to you ${pick(whens)} and say what happens next.`,
  ({ pick }) => `You need not pay for ${pick(things)}.`,
  ({ pick }) => `Many families say that ${pick(needs)} helped most, and that ${pick(people)} listened to them.`,
  ({ pick }) => `Bring what you have about ${pick(things)}, and a list of questions.`,
  ({ pick }) => `The **law** says that ${pick(people)} must answer ${pick(whens)}.`,
  ({ pick }) => `Some children find *${pick(things)}* hard, and ${pick(needs)} can make it easier.`,
  ({ pick }) =>
    `When ${pick(people)} has read the reports and talked with ${pick(who)}, a meeting takes place ${pick(whens)} at which everybody says what should change, who will do it, and how you will know that it was done.`,
]
