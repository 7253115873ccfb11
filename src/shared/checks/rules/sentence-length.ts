import { rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

/** The style guide asks authors to look at sentences of more than 25 words; beyond 27, few readers keep hold of them. */
const most = 27

/** A sentence that is too long for readers in a hurry. WCAG 2.2 SC 3.1.5 (AAA). */
export const sentenceLength = rule({
  id: 'sentence-length',
  severity: 'warning',
  wcag: ['3.1.5'],
  source: 'GOV.UK style: check sentences of more than 25 words to see whether they can be split',
  why: 'Long sentences lose people who are tired, upset, or reading in their second language.',
  on: {
    text: ({ text, path, elsewhere, within }) =>
      // How long a text alternative may be is a question of its own.
      elsewhere !== 'alt' &&
      !within.includes('blockquote') &&
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
      '> They helped us to find a school that he loves, and we now feel that we are listened to when we go to meetings about him and about what he wants to do.',
    ],
  },
})
