import { rewording } from '../edit-text.ts'
import { type Finding, rule } from '../rule.ts'

/** Official phrases, and everyday words that can stand in their place in any sentence. */
const everyday: Record<string, string> = {
  'in order to': 'to',
  'prior to': 'before',
  'subsequent to': 'after',
  'in the event that': 'if',
  'in the event of': 'if there is',
  'with regard to': 'about',
  'with regards to': 'about',
  'in relation to': 'about',
  'at this moment in time': 'now',
  'at the present time': 'now',
  'at your earliest convenience': 'as soon as you can',
  'due to the fact that': 'because',
  'on the grounds that': 'because',
  'as a consequence of': 'because of',
  'for the duration of': 'during',
  'until such time as': 'until',
  'with effect from': 'from',
  'in excess of': 'more than',
  'in the vicinity of': 'near',
  'in lieu of': 'instead of',
  'in conjunction with': 'with',
  'on a regular basis': 'regularly',
  'in accordance with': 'in line with',
  whilst: 'while',
  amongst: 'among',
  commence: 'start',
  commences: 'starts',
  commenced: 'started',
  commencing: 'starting',
  utilise: 'use',
  utilises: 'uses',
  utilised: 'used',
  utilising: 'using',
  ascertain: 'find out',
  'endeavour to': 'try to',
  'make an application': 'apply',
}
const phrases = new RegExp(`\\b(?:${Object.keys(everyday).join('|')})\\b`, 'gi')

/** A phrase that has a shorter everyday form. Plain English; WCAG 2.2 SC 3.1.5 (AAA). */
export const plainWords = rule({
  id: 'plain-words',
  severity: 'notice',
  wcag: ['3.1.5'],
  source: 'Plain English: everyday words',
  why: 'Everyday words are read faster and by more people.',
  on: {
    text: block =>
      // What somebody else said or wrote is quoted as it is.
      !block.within.includes('blockquote') &&
      [...block.text.matchAll(phrases)].flatMap((match): Finding[] => {
        const plain = everyday[match[0].toLowerCase()]
        if (!plain) return []
        const words = /^\p{Lu}/u.test(match[0]) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
        const start = match.index
        const end = start + match[0].length
        return [
          {
            message: `“${match[0]}” is longer than it needs to be: “${words}” says the same.`,
            place: { path: block.path, start, end },
            fix: rewording(`Write “${words}”`, block, start, end, words),
          },
        ]
      }),
  },
  examples: {
    fail: ['Prior to the meeting, read the plan.', 'We will commence in order to help.'],
    pass: [
      'Before the meeting, read the plan.',
      'We will start, to help.',
      'Ring a number of your choice.',
      '> Prior to the meeting, they commenced.',
    ],
  },
})
