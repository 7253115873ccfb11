import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule } from '../rule.ts'
import { isOthers } from '../words/context.ts'

const either = /(?<![\p{L}/])(?:and|&) ?\/ ?or(?![\p{L}/])/giu

/** “and/or”, which says three things at once. GOV.UK style: write “and” or “or”, or “or both”. */
export const andOr = rule({
  id: 'and-or',
  severity: 'notice',
  wcag: [],
  source: 'Plain English Campaign; GOV.UK style: slashes',
  why: 'Readers have to work out which of the two is meant, and it sounds odd when it is read aloud.',
  on: {
    text: block =>
      block.text.includes('/') &&
      matchesIn(block.text, either).flatMap((match): Finding[] => {
        const start = match.index
        const end = start + match[0].length
        if (isOthers(block, { start, end }) || match[0] === match[0].toUpperCase()) return []
        const place = { path: block.path, start, end }
        const message = `“${match[0]}” can be read in three ways: write “and”, “or”, or “or both”.`
        return [{ message, place, fix: rewording('Write “or”', block, start, end, 'or') }]
      }),
  },
  examples: {
    fail: ['Bring a letter and/or a form.', 'Children with SEN and / or disabilities.', 'Bring a friend &/or a form.'],
    pass: ['Bring a letter or a form, or both.', 'The form says “and/or”.', 'The band/orchestra meets on Monday.'],
  },
})
