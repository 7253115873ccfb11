import { datesIn } from '../dates.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isShown, sentenceAt } from '../words/context.ts'

/** In one text: a page from outside may be made of nothing else. */
const most = 50
const days = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<!\\b(?:the|each|every|until|your|a) )\\bnext (?:week(?:end)?|month|${days})\\b(?! (?:after|of)\\b| to(?! (?:an?|our|the) ))`,
    'giu',
  ),
  new RegExp(`(?<!\\b(?:the|each|every) )\\b(?:this|last|this coming) (?:${days}|weekend)\\b(?! (?:of|in))`, 'giu'),
  /(?<!\b(?:the|in the|over the|for the|your) )\b(?:last week|last month)\b(?! of)/giu,
  /\b(?:later|earlier) this (?:week|month|term|year|spring|summer|autumn|winter)\b/giu,
  new RegExp(
    `\\ba (?:week|fortnight) (?:on|last|this|next) ${days}\\b|(?<=\\b(?:by|from|on|this|until) )${days} (?:week|fortnight)\\b(?! ?\\d|-| days?\\b| in\\b)`,
    'giu',
  ),
  /\bcoming soon\b/giu,
  // Of the site itself: how long it will be is counted from a day that nobody knows.
  /\b(?:in (?:a few|a couple of|the (?:coming|next (?:few|couple of))) (?:days|weeks|months)|until further notice|(?=shortly|(?:a few|some|two|three|four) )(?<=\b(?:we|council|team|website|page|hub|building|playground|park|pool|club|leaflet|newsletter|programme) (?:\p{L}+ ){0,5}?)(?:shortly|(?:a few|some|two|three|four) (?:days|weeks|months) ago))\b/giu,
  /(?<=\b(?:is|are|be|was|were) (?:\p{L}+ly )?(?:cancelled|closed|open|off|shut) )today\b/giu,
  /(?<=\b(?:opened|began|closed|launched|moved|started|took over) )last year\b/giu,
  /(?<!\b(?:who|you|they|child|children|pupils?|families|parents|he|she|anyone|someone|people) )\b(?:(?:has|have|was|were) (?:been )?(?:only )?recently|(?:we|council|team|service) (?:has |have )?(?:just|recently)) (?:\p{L}+ )?(?:added|appointed|changed|closed|extended|finished|improved|introduced|joined|launched|moved|opened|published|redesigned|reopened|started|updated)\b/giu,
]
/** Of the site itself, and not of anybody’s own year. */
const vague =
  /(?<!\b(?:the|each|every|your|in the) )\b(?:next|this|last) (?:year|term|spring|summer|autumn|winter|half[- ]term)(?:[’']s)?\b(?! of| group|-)|\b(?:tomorrow|yesterday)\b(?![’'-])/giu
const ours =
  /\b(?:we|we’ll|we'll|our|us|council|team|fair|festival|event|events|fees?|prices?|consultation|website|building|centre|club|course|courses|conference|meetings?|sessions?|class|classes|workshops?|drop-in|party|office|library|hall|playscheme|registration|booking|deadline|funding|law|government)\b/i
/** What somebody goes to on one day. */
const offered = /\b(?:activities|clubs|groups?|lessons?|playschemes|schemes?|trips?)\b/i
/** What a place or a team does on one day. */
const happens =
  /\b(?:clos(?:es|ed|ing)|opens|opened|reopens|starts|started|begins|began|ends|ended|finishes|finished|leaves|meets|met|moves|runs|(?:is|are|was|were|will be) (?:cancelled|closed|open|on|off|shut|full)|takes? place|took place)\b/i
/** What a club did this year is a tale; what it costs or where it meets is not. */
const changing =
  /\b(?:fair|festival|fees?|funding|prices?|cost|costs|will|plan(?:s|ning)?|aim|hope|add|adding|begins?|began|chang(?:e|es|ed|ing)|clos(?:e|es|ed|ing)|expand|extend|extra|hold|held|holding|increas\p{L}+|introduc\p{L}+|launch\p{L}*|mov(?:e|es|ed|ing)|new|offer(?:s|ing)?|open(?:s|ed|ing)?|rise|rises|runs?|running|starts?|started|starting|takes? place|taking place)\b/iu
/** “Last winter’s storm” was one storm, and is another winter’s a year later. */
const past = /^last (?:spring|summer|autumn|winter)[’']s/i
const theirs = /\b(?:you|your|child|child’s|children|pupils?|they|their|if|when|who)\b/i
/** What a reader is told to do again is counted from the reader’s own day. */
const again =
  /^(?:ask|book|call|check|come|go|look|measure|read|repeat|ring|see|talk|tell|try|wait|weigh|write)\b.*\b(?:again|back)\b/i
/** What is told for any day whatever: a condition, an example. */
const general =
  /\b(?:if|when|whenever|whether|for example|such as|imagine|e\.g|what (?:(?:is|will) (?:happening|happen)|(?:can|could|may|might|to) \p{L}+)|this year (?:marks|is) \d+|^(?:ask|explain|pack|practise|show|talk|tell)|now and next|sort|plan(?:ning)? for|calendar|(?:each|every) (?:week|month|term|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b/iu

const repeated = /\b(?:each|every) (?:week|month|term|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
const onTheClock = /\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b/i

/** Where none of these stands, no pattern fits. */
const mayFit =
  /\b(?:next|this|last|soon|recently|just|today|tomorrow|yesterday|shortly|ago|further notice|coming|in (?:a|the)|week|fortnight)\b/i

/** A time that is counted from the day of writing, which no reader knows. */
export const dateRelative = rule({
  id: 'date-relative',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content design: write the date, so that a page does not go out of date by itself',
  why: 'Nobody can tell on which day this was written, so nobody can tell which day it means.',
  on: {
    text: block => block.node.type !== 'heading' && timesIn(block),
    page: ({ texts }) =>
      texts.flatMap((block, at) => (block.node.type === 'heading' && !isEachReaders(texts, at) ? timesIn(block) : [])),
  },
  examples: {
    fail: [
      'The next course starts next week.',
      'Come next week to the open day.',
      'We are closed tomorrow.',
      'The club starts a week on Monday, and the course on Friday week.',
      'The meeting is tomorrow.',
      'Half-term clubs start tomorrow.',
      'The pool closes tomorrow for cleaning.',
      'Swimming was cancelled yesterday.',
      'Booking opens this Friday.',
      'We will finish the playground later this year.',
      'The fees go up next year.',
      'Our website was recently updated.',
      'The office is closed today.',
      'The hub opened last year.',
      'The playground will open in a few weeks, and the hub is closed until further notice.',
      'In the coming months we will add more clubs. Our newsletter came out two weeks ago.',
      '## Next week’s plan\n\nWe go to the beach on Monday. Bring your child’s hat.',
      '## This Saturday\n\nBring your child to the hall at 10am.',
      '## Next week\n\n## After that\n\nTell your child.',
      '## Coming soon\n\nA sensory room.',
      'Part of the pier is shut after last winter’s storm.',
    ],
    pass: [
      'It is open on Monday week in, week out.',
      'Ring us today. It was the last year of school, and we are open all day.',
      'We ring you the week after. Fill in the next page. We meet the next day.',
      'Tomorrow’s Leaders is a course. Your child will start school next year.',
      'If you cannot come this week, tell us. Tell your child what will happen tomorrow, or next week, with a calendar.',
      '## Next week’s plan\n\nTalk it through with your child, and put up a picture for each day.',
      '## What is on next week\n\nEvery Friday the menu is put up here.',
      'She wrote: “We go home next week.”',
      'We meet on the first Monday of the month, and every week of the term.',
      'Next week’s menu is put up each Friday. Every month we say what happens next month.',
      'This year marks 40 years since the club began.',
      'We met on 1 December 2026. This year’s fair raised £800.',
      'Your child will feel better in a few days. If you moved here a few weeks ago, tell us. A nurse rings you in the next few days.',
      'What is hard today may be easy tomorrow. She loved the pool yesterday.',
      'Each year we look at last summer’s numbers. Your child may miss last summer’s teacher.',
      'Ask for a meeting, and ask what can change tomorrow. Try again in a few weeks.',
      'We read three books in the book group this year.',
      'A group for children who have recently joined the school, and for parents who have recently moved.',
      'If you have recently moved, tell us. Ask what changed last year in your child’s plan.',
    ],
  },
})

function timesIn(block: TextBlock): Finding[] {
  if (!mayFit.test(block.text)) return []
  return [
    ...patterns
      .flatMap(pattern => matchesIn(block.text, pattern).slice(0, most))
      .flatMap(match => findingOf(block, match)),
    ...matchesIn(block.text, vague)
      .slice(0, most)
      .filter(match => {
        const sentence = sentenceAt(block.text, { start: match.index, end: match.index })
        const isOfDay = /^(?:tomorrow|yesterday)/i.test(match[0]) && (offered.test(sentence) || happens.test(sentence))
        const isOurs =
          (ours.test(sentence) || isOfDay) && (changing.test(sentence) || !/^(?:this|last)/i.test(match[0]))
        return (isOurs || past.test(match[0])) && !theirs.test(sentence) && !isAnchored(block.text)
      })
      .flatMap(match => findingOf(block, match)),
  ]
}

/** “Next week’s plan” over what a family does for itself: whichever week that is. The words under a heading tell. */
function isEachReaders(texts: readonly TextBlock[], at: number): boolean {
  const heading = texts[at]?.node
  const rest = texts.slice(at + 1)
  const end = rest.findIndex(
    ({ node }) => node.type === 'heading' && heading?.type === 'heading' && node.attrs.level <= heading.attrs.level,
  )
  const under = (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text).join('\n')
  return (
    repeated.test(under) ||
    (theirs.test(under) && !ours.test(under) && !onTheClock.test(under) && datesIn(under).length === 0)
  )
}

/** “On 1 December 2026 … this year’s fair”: a date beside it says which year is meant. */
function isAnchored(text: string): boolean {
  return datesIn(text).some(({ year }) => year !== null)
}

function findingOf(block: TextBlock, match: RegExpExecArray): Finding[] {
  const at = { start: match.index, end: match.index + match[0].length }
  const sentence = sentenceAt(block.text, at)
  const isOfReader = /^in (?:a|the)\b|ago$|shortly$/i.test(match[0]) && (theirs.test(sentence) || again.test(sentence))
  if (isOfReader || isShown(block, at) || general.test(sentenceAt(block.text, at)) || isName(block.text, at)) return []
  return [
    { message: `“${match[0]}” means another day to each reader. Write the date.`, place: { path: block.path, ...at } },
  ]
}

/** “Tomorrow Together”, “Next Week”: capitals that no sentence gives. */
function isName(text: string, { start, end }: { start: number; end: number }): boolean {
  return /^\p{Lu}/u.test(text.slice(start, end)) && /^ \p{Lu}/u.test(text.slice(end))
}
