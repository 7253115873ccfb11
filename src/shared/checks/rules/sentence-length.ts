import { rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const most = 25

/** A sentence of more than 25 words: the GOV.UK style guide's limit, for readers in a hurry. WCAG 2.2 SC 3.1.5 (AAA). */
export const sentenceLength = rule({
  id: 'sentence-length',
  severity: 'warning',
  wcag: ['3.1.5'],
  source: 'GOV.UK style: split sentences of more than 25 words',
  why: 'Long sentences lose people who are tired, upset, or reading in their second language.',
  on: {
    text: ({ text, path, elsewhere }) =>
      // How long a text alternative may be is a question of its own.
      elsewhere !== 'alt' &&
      sentencesOf(text)
        .filter(({ words }) => words.length > most)
        .map(({ start, end, words }) => ({
          message: `This sentence has ${words.length} words. Can it be two?`,
          place: { path, start, end },
        })),
  },
  examples: {
    fail: [
      'If your child has a plan and you are moving to Southend from another council then that council has to send us the plan on the day that you move or soon after.',
    ],
    pass: [
      'Come to the hall by the sea at 10 a.m. on Monday, with your child and a friend. Then take the bus home again at 4 p.m. or walk.',
      'The council that you leave must send us the plan on the day you move.',
      'One. Two. Three.',
    ],
  },
})
