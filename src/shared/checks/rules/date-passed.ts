import { monthNames } from '../../content/index.ts'
import { type DateSaid, datesIn, isoOf } from '../dates.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { isOthers } from '../words/context.ts'

/** What readers are asked to do on a day: “Meet the team on…”. The verb stands first, or after a colon. */
const invited =
  /^(?:please )?(?!(?:get|hear|listen|look|read|see|watch)\b[^.?!]*\b(?:episode|filmed|held|made|minutes|podcast|recorded|recording|report|slides|video)\b)(?:ask|bring|browse|call(?: in)?|celebrate|chat|collect|come|dance|discover|drop|enjoy|explore|find out|get|hear|help|join|learn|listen|look round|make|meet|paint|pick up|play|pop|ring|share|sing|speak|stay|swim|take part|talk|taste|tell|travel|try|visit|volunteer|vote|walk|watch) [^.?!]*?\b(?:before|between|by|from|on|until) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? \p{Lu}/iu
/** What is still to come, or to be done. */
const ahead =
  /\b(?:will|shall|apply|book|register|reply|respond|enrol|sign up|let us know|tell us|contact us|return it|send (?:it|us)|join us|join in|come (?:to|along|and)|don’t miss|don't miss|do not miss|save the date|have your say|upcoming|forthcoming|coming (?:up|soon|on)|takes? place|taking place|(?:is|are) (?:on|being held|open|due|planned|running)|(?:to be|be) held|starts?|begins?|opens?|runs? (?:on|from|until|till)|ends?|clos(?:e|es|ing)|deadline|next (?:meeting|session|event|course|date|panel|drop-in)|meets? on|open until|available until|places? (?:is|are|left)|tickets?)\b/i
const past =
  /\b(?:was|were|had|did|asked|wrote|closed|ended|started|began|opened|took|came|became|applied|changed|replaced|introduced|held on|until then|since|ago|went|met|ran|published|updated|reviewed|checked|dated|signed|born|passed|approved|agreed|decided|launched|moved|made|in force|brought|minutes|notes|recordings?|photos|slides|summary|reports?|said|found|showed|told|promised)\b/i
/** Of a law and its days, and of who is meant by a day long ago, nothing has passed. */
const standing =
  /\b(?:Act|Acts|Regulations?|Order|Convention|Treaty|Directive|law|birthday|date of birth|aged?|turns?|turned|who (?:is|are|turn)|plans? (?:made|issued|finalised)|cases?|decisions? (?:made|sent))\b/
/** What began on a day, and has no other one on which it is over. */
const ongoing =
  /\b(?:runs?|(?:is|are) (?:open|available|in place|running|free)|applies|apply) from (?:the )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i
/** A day and its time, as lists of what is on have them. */
const time = /\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon)|\bmidday\b/i
/** Until when something is to have been done, or from when on: “by the end of 2024”. */
const ofMonth = new RegExp(
  `\\b(?:will|(?:is|are) (?:due|planned|expected)|plan(?:s|ning)? to|hop(?:e|es|ing) to|aims? to|new|coming|opening|launching|starting)\\b[^.?!\\n]{0,80}?\\b(?:in|by|from|for|during|before|until|end of) (?:(?:the )?(?:end|start|beginning|middle) of |(?:early|mid|late)[ -])?(?:(?:spring|summer|autumn|winter|(${monthNames.join('|')})) )?(20\\d\\d)(?![\\d/–-])`,
  'gi',
)

/** What was done in a month has been done, however new it was: “A new code followed in 2015”. */
const wasDone =
  /(?<!\b(?:am|are|be|been|being|is|planned|expected) )\b[a-z]{3,}ed (?:\p{L}+ )?(?:by|during|for|from|in|until) /u

/** The same at the head of its sentence: “From September 2024 we will…”. */
const fromMonth = new RegExp(
  `^(?:from|in|by|starting(?: from| in)?) (?:(${monthNames.join('|')}) )?(20\\d\\d)(?![\\d/–-])[^.?!\\n]{0,60}?\\b(?:will|plan to|plans to|(?:is|are) going to)\\b`,
  'gi',
)

/** “Bookings for July 2026 open soon”. */
const forMonth = new RegExp(
  `\\b(?:applications?|bookings?|enrolment|places|registration|tickets) (?:for|in) (?:(${monthNames.join('|')}) )(20\\d\\d)(?![\\d/–-])(?= (?:(?:will )?(?:be|close|open|start)s?|are|is)\\b)`,
  'gi',
)

/** A day for which families are asked, and which is over. SEND Code of Practice, chapter 4: up to date. */
export const datePassed = rule({
  id: 'date-passed',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is kept up to date',
  why: 'A family that reads about a day that has passed cannot tell whether the offer has, too.',
  on: {
    text: (block, { today }) =>
      today !== '' &&
      /\b20\d\d\b/.test(block.text) &&
      sentencesOf(block.text).flatMap(sentence => findingsIn(block, sentence, today)),
  },
  examples: {
    fail: [
      'Apply by 31 January 2026.',
      'The deadline is Friday 3 April 2026.',
      'Applications close on 1st May 2025.',
      'Join us for the fair on 12 July 2025.',
      'Try a new sport with us on Sunday 8 February 2026. There is no need to book.',
      'Coffee morning: Tuesday 3 March 2026, 10am to noon',
      'We will open a second hall by the end of 2024.',
      'The course will start in March 2026. Our new hall is finished in 2025.',
      'Places for May 2026 are now open.',
      'From September 2024 we will use a new form.',
    ],
    pass: [
      'Listen to the talk recorded on 3 March 2025.',
      'Listen to the podcast from 4 March 2025.',
      'Apply by 31 January 2027.',
      'The deadline was 3 April 2026. In 2024 the council agreed that it will pay.',
      'The law began on 1 September 2014. A new code of practice followed in 2015.',
      'We asked families to reply by 3 April 2026.',
      'Children born between 1 September 2021 and 31 August 2022 will start school.',
      'The Regulations of 3 May 2018 apply to all who book.',
      'The letter said “apply by 31 March 2025”.',
      'Notes of the coffee morning, Tuesday 3 March 2026, 10am. Photos of the fair on Saturday 4 July 2026 at 2pm.',
      'A report of March 2024 says that schools will have more places by 2025.',
      'The scheme runs from 1 April 2025. Our new building is open from 3 September 2025.',
      'Ask about the rules of 4 May 2025. Hear what parents told us on 2 March 2025. Try the film from our fair on 5 May 2026: it was fun.',
      'Places for May 2027 are now open. Applications for September 2024 were sent late.',
      'The course will start in December 2026, and end in 2027.',
    ],
  },
})

function findingsIn(block: TextBlock, { start, end }: { start: number; end: number }, today: string): Finding[] {
  const sentence = block.text.slice(start, end)
  if (past.test(sentence) || standing.test(sentence)) return []
  const dates = datesIn(sentence)
  // A day that is still to come keeps its sentence true.
  if (dates.some(date => (isoOf(date) ?? '') >= today)) return []
  if (ongoing.test(sentence) && dates.length === 1) return []
  const asks =
    ahead.test(sentence) ||
    invited.test(sentence) ||
    (time.test(sentence) && dates.some(({ weekday }) => weekday !== null))
  const days = asks ? dates.filter(date => hasPassed(date, today)) : []
  const told =
    days.length > 0 ? [] : [ofMonth, fromMonth, forMonth].flatMap(pattern => matchesIn(sentence, pattern).slice(0, 1))
  const months = told.filter(
    match => isOver(match, today) && !(/^(?:new|coming)\b/i.test(match[0]) && wasDone.test(match[0])),
  )
  const spans = [...days, ...months.map(({ 0: all, index }) => ({ start: index, end: index + all.length }))]
  return spans.flatMap((span): Finding[] => {
    const at = { start: start + span.start, end: start + span.end }
    if (isOthers(block, at)) return []
    return [{ message: `“${block.text.slice(at.start, at.end)}” has passed.`, place: { path: block.path, ...at } }]
  })
}

function hasPassed(date: DateSaid, today: string): boolean {
  const iso = isoOf(date)
  return iso !== null && iso < today
}

/** A month is over with its last day, a year with its December. */
function isOver({ 1: named, 2: year = '' }: RegExpExecArray, today: string): boolean {
  const month = monthNames.findIndex(name => name.toLowerCase() === named?.toLowerCase()) + 1
  return month > 0 ? `${year}-${String(month).padStart(2, '0')}` < today.slice(0, 7) : year < today.slice(0, 4)
}
