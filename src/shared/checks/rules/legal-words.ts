import list from '../../../../resources/words/legal.json' with { type: 'json' }
import { rule } from '../rule.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf, lookAtWording, saidIn } from '../words/wording.ts'

const find = phraseFinder(list)

/** The language of contracts on a page for families. GOV.UK style: legal content in plain English. */
export const legalWords = rule({
  id: 'legal-words',
  severity: 'notice',
  wcag: ['3.1.5'],
  source: 'GOV.UK style: legal content can be written in plain English',
  why: 'Words of the law sound like a threat, and few people know what they mean.',
  on: lookAtWording(block =>
    saidIn(block, find).map(hit =>
      findingOf(block, hit, (written, instead) => `${written} is a lawyer’s word: ${instead}.`),
    ),
  ),
  examples: {
    fail: [
      'The council shall send the plan.',
      'Pursuant to the Act, the said child may stay.',
      'The terms herein are deemed to be agreed.',
    ],
    pass: [
      'Lunch is provided that day. Save that date for the re-enactment of the battle.',
      'Shall we meet?',
      'We shall see you there.',
      '“The council shall pay”, says the Act.',
      'The council must send the plan.',
      'Under section 19 of the Children and Families Act 2014, the council must listen to you.',
    ],
  },
})
