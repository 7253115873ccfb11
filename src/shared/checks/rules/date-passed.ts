import { monthNames } from '../../content/index.ts'
import { isoOf } from '../dates.ts'
import { type Finding, rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const date = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(\\d{1,2})(?:st|nd|rd|th)? (${monthNames.join('|')}),? (\\d{4})`
/** What families still have to do, and by when. */
const calls = new RegExp(
  `\\b(?:(?:apply|book|register|reply|respond|enrol|sign up|let us know|tell us|contact us|return it|send it)\\b[^.?!\\n]{0,80}?\\b(?:by|before|until|no later than)|(?:deadline|closing date)\\b(?: (?:is|for [^.?!\\n]{1,40} is)|:)?|clos(?:e|es|ing)(?: on)?) ${date}`,
  'gi',
)
const past = /\b(?:was|were|had|did|asked|wrote|closed|ended|applied|until then)\b/i

/** A day by which families should do something, and which is over. SEND Code of Practice, chapter 4: up to date. */
export const datePassed = rule({
  id: 'date-passed',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is kept up to date',
  why: 'A family that reads about a day that has passed cannot tell whether the offer has, too.',
  on: {
    text: ({ text, path }, { today }) =>
      today !== '' &&
      /\b\d{4}\b/.test(text) &&
      sentencesOf(text).flatMap(({ start, end }): Finding[] => {
        const sentence = text.slice(start, end)
        if (past.test(sentence)) return []
        return [...sentence.matchAll(calls)].flatMap(match => {
          const [all, day = '', month = '', year = ''] = match
          const iso = isoOf(day, month, year)
          if (iso === null || iso >= today) return []
          const at = start + match.index
          return [{ message: `“${all}” has passed.`, place: { path, start: at, end: at + all.length } }]
        })
      }),
  },
  examples: {
    fail: ['Apply by 31 January 2026.', 'The deadline is Friday 3 April 2026.', 'Applications close on 1st May 2025.'],
    pass: [
      'Apply by 31 January 2027.',
      'The deadline was 3 April 2026.',
      'The law began on 1 September 2014.',
      'We asked families to reply by 3 April 2026.',
    ],
  },
})
