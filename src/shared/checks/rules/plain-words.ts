import { rewording } from '../edit-text.ts'
import { type Finding, rule } from '../rule.ts'

/** Official phrases and the everyday words for them. */
const everyday: Record<string, string> = {
  'in order to': 'to',
  'prior to': 'before',
  'in the event that': 'if',
  'with regard to': 'about',
  'with regards to': 'about',
  'in relation to': 'about',
  'at this moment in time': 'now',
  'at the present time': 'now',
  'due to the fact that': 'because',
  'in respect of': 'about',
  'on a regular basis': 'regularly',
  'for the purposes of': 'for',
  'in accordance with': 'under',
  'a number of': 'some',
  commence: 'start',
  commences: 'starts',
  utilise: 'use',
  utilises: 'uses',
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
    pass: ['Before the meeting, read the plan.', 'We will start, to help.'],
  },
})
