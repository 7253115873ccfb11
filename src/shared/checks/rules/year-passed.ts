import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { isOthers } from '../words/context.ts'

/** 2025 to 2026, 2025/26, 2025-2026. */
const span = /(?<![\d/£.-])(20\d\d)(?: ?[–/-] ?| to )(20\d\d|\d\d)(?![\d/-])/g
/** What is said anew for each year. */
const yearly =
  /£\d|\b(?:prices?|fees?|rates?|charges?|costs?|tariffs?|allowances?|term dates|holidays?|half[- ]term|inset|timetables?|calendar|dates|admissions?|places|applications?|apply|applying|entry|programme|school year|academic year|financial year|contributions?|grants?|payments?|opening times)\b/i
/** A report of a year, and what was done in it, stays true. */
const told =
  /\b(?:was|were|had|did|bought|built|gave|helped|made|paid|spent|received|won|reports?|review(?:s|ed)?|strategy|strategies|plans?|data|figures|statistics|survey|results?|accounts|minutes|evaluation|archives?|previous|past|now|then|rose|fell|went up|increased|used to|earlier|old|former|last|history|outcomes?|inspection|framework|action|inquiry|policy|policies|study|research|since|pandemic|Covid|Act|Regulations|statement|vision|consultation|self-evaluation)\b/i
/** A price or a rule with one year. */
const single =
  /\b(?:in|for|from|as of|as at|until|during)(?: (?:the )?(?:start|end|beginning) of)?(?: (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December))? (20\d\d)(?![\d/–-]| (?:to|and) 20)/gi
const priced = /£\d|\b(?:prices|fees|charges|rates|term dates|holiday dates|timetable)\b/i

/** One thing “cost” what it no longer does; it “costs” what it still does. */
const cost =
  /(?<!\b(?:can|could|did|do|does|may|might|must|should|will|would) )\b(?:an?|each|every|it|one|that|this) (?:[\p{L}-]+ ){0,3}cost\b/iu

/** What nobody can join any more: “Book now for the 2020 season.” */
const asked = /\b(?:apply|book|bookings?|enrol|join|places?|register|sign up|tickets?)\b/i
const offered =
  /\b(?:for|in|on) (?:the |our |this )?(?:spring |summer |autumn |winter |easter )?(20\d\d) (?:autumn|camp|classes|club|courses?|fair|festival|holidays?|intake|programme|scheme|season|sessions?|show|spring|summer|term|tour|trips?)\b/gi

/** A price, a term or a list of a year that is over. */
export const yearPassed = rule({
  id: 'year-passed',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is kept up to date',
  why: 'A family cannot tell whether this is still true, and plans its money and its holidays by it.',
  on: {
    text: (block, { today }) =>
      today !== '' &&
      /20\d\d/.test(block.text) &&
      sentencesOf(block.text).flatMap(({ start, end }) => findingsIn(block, start, end, today)),
  },
  examples: {
    fail: [
      'Fees for 2023 to 2024: £4.50 a session.',
      '## Term dates 2022/23\n\nAsk the school.',
      'From April 2024 a day costs £12. From May 2024 does a day cost £3?',
      'Book now for the 2020 season. Places go fast.',
      'The rate for the 2025-26 school year is £11.20.',
    ],
    pass: [
      'The grant of 2024 to 2025 paid for a hoist.',
      'Fees for 2026 to 2027: £4.50 a session.',
      'Read the report for 2023 to 2024. In 2024 we spent £3,000 on toys.',
      'Our strategy for 2022 to 2027, and the SEND action plan 2023-24.',
      'Children born from 2019 to 2020. The Care Act 2014 says what a council may charge.',
      'Rates from April 2026: £12 a day. Dates for 2027.',
      'Book now for the 2027 season. Places were full in the 2020 season. Ask for a copy of your 2020 plan.',
      'The letter said “fees for 2023 to 2024”.',
      'In 2024 a session cost £4; now it costs £5.',
      'In 2019 a day ticket cost £3.',
    ],
  },
})

function findingsIn(block: TextBlock, start: number, end: number, today: string): Finding[] {
  const isOver = ({ 1: year = '' }: RegExpExecArray) => year < today.slice(0, 4)
  const sentence = block.text.slice(start, end)
  // “Book now” tells of nothing that was.
  const isTold = told.test(sentence.replace(/\bnow\b/gi, '')) || /\bborn\b/i.test(sentence)
  const offers = !isTold && asked.test(sentence) ? matchesIn(sentence, offered).filter(isOver) : []
  if (offers.length > 0) return toldOf(block, start, offers)
  if (isTold || told.test(sentence) || cost.test(sentence)) return []
  const spans = yearly.test(sentence) ? matchesIn(sentence, span).filter(match => isSpanOver(match, today)) : []
  const years = spans.length === 0 && priced.test(sentence) ? matchesIn(sentence, single).filter(isOver) : []
  return toldOf(block, start, [...spans, ...years])
}

function toldOf(block: TextBlock, start: number, matches: readonly RegExpExecArray[]): Finding[] {
  return matches.flatMap(({ 0: written, index }): Finding[] => {
    const at = { start: start + index, end: start + index + written.length }
    if (isOthers(block, at)) return []
    return [{ message: `“${written}” is over. What is true now?`, place: { path: block.path, ...at } }]
  })
}

/** Two years that follow each other: a school year ends with August. A longer span is a plan of its own. */
function isSpanOver({ 1: from = '', 2: to = '' }: RegExpExecArray, today: string): boolean {
  const last = to.length === 2 ? from.slice(0, 2) + to : to
  return Number(last) === Number(from) + 1 && `${last}-08-31` < today
}
