import { rewording } from '../edit-text.ts'
import { type Finding, rule } from '../rule.ts'

const numbers = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date in numbers alone, which can be misread. GOV.UK style writes `4 June 2026`. */
export const dateAmbiguous = rule({
  id: 'date-ambiguous',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK style: dates in words',
  why: '“03/04” is March to some readers and April to others, and a missed deadline can cost a school place.',
  on: {
    text: block =>
      [...block.text.matchAll(numbers)].flatMap((match): Finding[] => {
        const [all, day = '', , month = '', year = ''] = match
        const name = months[Number(month) - 1]
        if (Number(day) < 1 || Number(day) > 31 || !name) return []
        const start = match.index
        const end = start + all.length
        const words = `${Number(day)} ${name} ${year.length === 2 ? `20${year}` : year}`
        return [
          {
            message: `“${all}” can be read in two ways.`,
            place: { path: block.path, start, end },
            fix: rewording(`Write “${words}”`, block, start, end, words),
          },
        ]
      }),
  },
  examples: {
    fail: ['Apply by 03/04/2026.', 'It closes on 31.1.26.'],
    pass: ['Apply by 3 April 2026.', 'Ring 01632 960 001.', 'Version 1.2.3 of the form.', 'Open 9-5, room 12/4.'],
  },
})
