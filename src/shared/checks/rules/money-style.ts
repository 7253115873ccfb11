import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, isPartOfAddress } from '../words/context.ts'

interface Form {
  pattern: RegExp
  /** How it is written, or null where it is right. */
  right(match: RegExpExecArray, text: string): string | null
}

const forms: readonly Form[] = [
  // “£4.00”; beside pence, two decimals are in line.
  {
    pattern: /£(\d[\d,]*)\.00(?!\d)/gu,
    right: ({ 1: pounds = '' }, text) => (/£[\d,]*\.(?!00)\d\d/.test(text) ? null : `£${pounds}`),
  },
  // As on the Continent: a comma before the pence, and the sign behind.
  {
    pattern: /£(\d{1,3}),(\d\d)(?![\d,]| (?:or|and) \d)/gu,
    right: ({ 1: pounds = '', 2: pence = '' }) => `£${pounds}.${pence}`,
  },
  { pattern: /(?<![\d£.,])(\d[\d.,]*\d|\d) ?£(?! ?\d)/gu, right: ({ 1: sum = '' }) => `£${sum}` },
  { pattern: /£[ \u00a0](\d[\d.,]*\d|\d)/gu, right: ({ 1: sum = '' }) => `£${sum}` },
  {
    pattern: /£(\d[\d,]*)\.(\d)(?!\d| ?(?:million|billion|thousand|m|bn|k)\b|[.,]\d)/giu,
    right: ({ 1: pounds = '', 2: tenth = '' }) => (tenth === '0' ? `£${pounds}` : `£${pounds}.${tenth}0`),
  },
  {
    pattern: /£(\d{4,6})(\.\d\d)?(?![\d,]| ?(?:million|m)\b)/giu,
    right: ({ 1: pounds = '', 2: pence = '' }) => `£${Number(pounds).toLocaleString('en-GB')}${pence}`,
  },
  { pattern: /£0?\.(\d\d)(?!\d)/gu, right: ({ 1: pence = '' }) => `${Number(pence)}p` },
  { pattern: /\bGBP ?(\d[\d.,]*\d|\d)/gu, right: ({ 1: sum = '' }) => `£${sum}` },
  {
    pattern: /(?<![\d£.,])(\d[\d.,]*) (?:pounds|quid)\b(?! (?:in weight|heavy|of|lighter|heavier|over|\d+ ounces))/giu,
    right: ({ 1: sum = '' }, text) => (/\b(?:weigh|weight|ounces|stone)/i.test(text) ? null : `£${sum}`),
  },
  {
    pattern: /£(\d[\d.,]*) ?k\b/giu,
    right: ({ 1: sum = '' }) => `£${(Number(sum.replaceAll(',', '')) * 1000).toLocaleString('en-GB')}`,
  },
  { pattern: /£(\d[\d.,]*) ?(?:m|mn)\b/giu, right: ({ 1: sum = '' }) => `£${sum} million` },
  // The style guide writes “4 pence”, and price tags write “4p”.
  { pattern: /£\d+\.\d\dp\b/giu, right: ({ 0: all }) => all.replace(/p$/, '') },
]

/** Where none of these stands, no form does. */
const mayFit = /£|gbp|pounds|quid|pence/i

/** A sum of money that is written otherwise than on a price tag. */
export const moneyStyle = rule({
  id: 'money-style',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: £75, £75.50 and £1,500; no decimals without pence; “£2 million”',
  why: 'Screen readers and hurried readers take “£1500” or “£4.00” for another sum.',
  on: {
    text: block =>
      mayFit.test(block.text) &&
      forms.flatMap(({ pattern, right }) =>
        matchesIn(block.text, pattern).flatMap((match): Finding[] => findingOf(block, match, right(match, block.text))),
      ),
  },
  examples: {
    fail: [
      'It costs £4.00.',
      'It costs £ 12.',
      'It costs £3.5 a day.',
      'Up to £1500 a year.',
      'GBP 50, or 12 pounds.',
      'A grant of £2.5k.',
      'It costs £0.50.',
      'It costs £5,50 a day.',
      'It costs 5£.',
    ],
    pass: [
      'It costs £4, £4.50, 50p or £1,500.',
      'From £12.00 to £14.50 an hour. The government gave £2.5 million.',
      'A baby of 7 pounds in weight, or one who weighs 9 pounds. Her letter said “£4.00”.',
      'Calls cost 4 pence a minute, and the locker takes a 20 pence coin.',
      'Up to £1,500, or £12,000,000. In 2026 £4 was the price.',
      'Write to pay@example.org/£5.00/form.',
    ],
  },
})

function findingOf(block: TextBlock, { 0: written, index }: RegExpExecArray, right: string | null): Finding[] {
  const at = { start: index, end: index + written.length }
  if (right === null || isOthers(block, at) || isPartOfAddress(block.text, at)) return []
  const place = { path: block.path, ...at }
  return [
    {
      message: `“${written}” is written “${right}”.`,
      place,
      fix: rewording(`Write “${right}”`, block, at.start, at.end, right),
    },
  ]
}
