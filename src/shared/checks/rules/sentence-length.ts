import { rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { isInEnglish } from '../words/foreign.ts'

/** The style guide asks authors to look at sentences of more than 25 words; beyond 34, few readers keep hold of any. */
const most = 34
/** Beyond 27 they lose hold of one that turns often; one that goes straight on, or is a list of things, they follow. */
const mostOfTurns = 27
const turns = 4
const turn =
  /^(?:although|and|because|before|but|if|or|since|so|that|though|unless|until|when|where|whereas|whether|which|while|who|whom|whose)$/i

function isTooLong(words: readonly string[]): boolean {
  if (words.length > most) return true
  return words.length > mostOfTurns && words.filter(word => turn.test(word)).length >= turns
}

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
        // How many words are many is known of English alone.
        .filter(({ start, end, words }) => isTooLong(words) && isInEnglish(text.slice(start, end)))
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
      'আপনার যদি বাংলায় সাহায্যের প্রয়োজন হয়, আমাদের লিখুন। আমরা বিনামূল্যে একজন দোভাষীর ব্যবস্থা করব। আপনি যে কোনো দিন আমাদের কাছে আসতে পারেন।',
      'You may be able to get help with the cost of travel from home to school or college if your child lives more than three miles from the nearest suitable place.',
      'We ask the nursery, the school, the health visitor, a doctor, an educational psychologist, a social worker, a speech therapist, an occupational therapist and anyone else you would like us to ask.',
      '> They helped us to find a school that he loves, and we now feel that we are listened to when we go to meetings about him and about what he wants to do.',
    ],
  },
})
