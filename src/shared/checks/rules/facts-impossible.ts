import { matchesIn } from '../matches.ts'
import { type CheckedPage, type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, sentenceAt } from '../words/context.ts'

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const number = `(\\d{1,4}|${numbers.slice(1).join('|')})`
const people = '(?:adults|carers|children|families|members|parents|people|places|pupils|schools|students|young people)'
const things =
  '(?:clubs|courses|days|forms|groups|kinds|options|parts|places|questions|reasons|rooms|rules|sections|sessions|stages|steps|teams|things|times|tips|types|ways)'

/** Each with how to tell from its two numbers (and its words) that it cannot be. */
const claims: readonly {
  pattern: RegExp
  isWrong(first: number, second: number, rest: readonly string[]): boolean
  /** What makes it true after all, in its sentence. */
  unless?: RegExp
  message: string
}[] = [
  {
    // “13pm”, “9.75am”
    pattern: /(?<![\d.:£])(\d{1,2})(?:[.:](\d\d))? ?[ap]\.?m\b(?!\p{L})/giu,
    isWrong: (hour, minutes) => hour > 12 || minutes > 59,
    message: 'is no time of the day',
  },
  {
    pattern:
      /(?<=\b(?:at|by|close[sd]?|ends?|from|opens?|starts?|till|to|until) (?:at )?)(\d{1,2}):(\d\d)(?![\d:])(?! (?:minutes|mins|ratio))/giu,
    isWrong: (hour, minutes) => minutes > 59 || hour > 24,
    unless: /\b(?:bible|chapter|psalm|ratio|race|score|verse)\b/i,
    message: 'is no time of the day',
  },
  {
    // “10am to 9am”
    pattern: /(?<![\d.:£])(1?\d(?:[.:][0-5]\d)?) ?(am|pm) ?(?:to|until|till|and|–|-) ?(1?\d(?:[.:][0-5]\d)?) ?\2\b/giu,
    isWrong: (from, to) => to % 12 < from % 12,
    unless: /\b(?:24 hours|between|morning after|next (?:day|morning)|night|nights|overnight|sleep\p{L}*)\b/iu,
    message: 'ends before it begins',
  },
  {
    // “aged 18 to 5”
    pattern:
      /\bage[sd]? (?:from |between )?(\d{1,2}) (?:to|and|until) (\d{1,2})(?! ?(?:%|\/|days|minutes|months|weeks|[ap]m)|\.\d|\d)\b/giu,
    isWrong: (from, to) => to < from,
    message: 'ends before it begins',
  },
  {
    pattern:
      /(?<!\b(?:changed?|cut|down|drop(?:ped|s)?|fall(?:s|en)?|fell|from|gone?|lower(?:ed)?|reduced?|score|shorten(?:ed)?|went|won)\b[^.?!\n]{0,40})\b(\d{1,3}) ?(?:to|–|-) ?(\d{1,3}) (?:days|hours|miles|minutes|months|pounds|weeks|years)\b/giu,
    isWrong: (from, to) => to < from,
    message: 'ends before it begins',
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(\\d{3,})(?:\\.\\d+)?(?:%| per ?cent) of (?:all |our |the |these |those )?${people}()`,
      'giu',
    ),
    isWrong: share => share > 100,
    message: 'is more than all of them',
  },
  {
    // “Of 40 families, 52 said yes”
    pattern: new RegExp(
      `\\b(?:out )?of (?:the |our |these )?${number} ${people},? (?:about |only |over )?${number} (?:agreed|are|came|felt|found|had|have|like|liked|said|say|think|thought|told|used|wanted|were)\\b`,
      'giu',
    ),
    isWrong: (all, some) => some > all,
    message: 'counts more than there are',
  },
  {
    pattern: /\b(?:page|part|session|step|week) (\d{1,3}) of (\d{1,3})\b/giu,
    isWrong: (some, all) => some > all,
    message: 'counts more than there are',
  },
  {
    // “7 days a week, Monday to Friday”
    pattern:
      /\b(?:7|seven) days a week,? (?:from )?()()(?:mon|tues|wednes|thurs)(?:day)? (?:to|until|–|-) (?:tues|wednes|thurs|fri|satur)(?:day)?\b|\b(?:mon|tues|wednes)(?:day)? (?:to|–|-) (?:thurs|fri|satur)(?:day)?,? (?:7|seven) days a week\b|\b24 hours a day,? (?:from )?\d{1,2}(?:[.:]\d\d)? ?am (?:to|until|–|-) /giu,
    isWrong: () => true,
    message: 'says two things that cannot both be true',
  },
  {
    // “12 places: 8 for juniors and 6 for seniors”
    pattern: new RegExp(
      `\\b${number} (?:${people}|${things}): ${number} ((?:for|in|on|at|are|with) [^\\d.?!,;:(]{3,30}) and ${number} (?:for|in|on|at|are|with) [^\\d.?!,;:(]{3,30}(?=[.?!]|$)`,
      'giu',
    ),
    isWrong: (all, one, [, , , , other = '']) => one + amountOf(other) !== all,
    message: 'does not add up',
  },
  {
    // “3 ways to reach us: phone, email, post or text”
    pattern: new RegExp(
      `\\b(?<!\\b(?:about|any|at least|best|choose|first|most|of|over|than|these|those|top|up to) )${number} (?:[\\p{Ll}-]+ ){0,2}?${things}(?: [\\p{Ll}’-]+){0,5}: ((?:[\\p{L}’-]+(?: [\\p{L}’-]+){0,2}, ){1,6}[\\p{L}’-]+(?: [\\p{L}’-]+){0,2},? (?:and|or) [\\p{L}’-]+(?: [\\p{L}’-]+){0,2})(?=[.?!]|$)`,
      'giu',
    ),
    isWrong: (all, _, [, , told = '']) => told.split(/, (?:and |or )?| and | or /).length !== all,
    unless: /\b(?:and|or)\b[^.?!]*\b(?:and|or)\b/i,
    message: 'does not count what follows',
  },
]

/** What a list is announced with: “You need 3 things:”. */
const announced = new RegExp(
  `(?<!\\b(?:about|any|at least|best|choose|first|least|more than|most|of(?: (?:its|my|our|the|their|these|those|your))?|over|than|these|those|top|up to) )\\b${number} (?:[\\p{Ll}-]+ ){0,2}?${things}\\b[^.?!:]*:\\s*$`,
  'iu',
)
/** Of so many there may be an example. */
const partly = /\b(?:example|for instance|include|includes|including|like|mostly|namely some|some of|such as)\b/i

/** Numbers of which at least one must be wrong. */
export const factsImpossible = rule({
  id: 'facts-impossible',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is accurate',
  why: 'One of the numbers is wrong, and a family that goes by it comes too late, or not at all.',
  on: {
    text: block => (/\d|:/.test(block.text) ? claimsIn(block) : null),
    page: page => (page.texts.some(({ text }) => /:\s*$/.test(text)) ? listsOf(page) : null),
  },
  examples: {
    fail: [
      'We open at 9am and close at 25:00.',
      'The shop is open from 13pm to 5pm.',
      'The session runs from 10am to 9am.',
      'Children aged 18 to 5 can come. It takes 30 to 20 minutes.',
      '110% of families like the club. Of 40 families, 52 said yes.',
      'We are open 7 days a week, Monday to Friday.',
      'The club has 12 places: 8 for juniors and 6 for seniors.',
      'There are three ways to reach us: phone, email, post or text.',
      'You need 3 things:\n\n- a drink\n- a hat\n- a coat\n- a pen',
    ],
    pass: [
      'We open at 9am and close at 17:00. Open from 12pm to 5pm, and from 11am to 12.30pm.',
      'The sleepover runs from 10am to 9am the next day. The wait fell from 30 to 20 minutes.',
      'Children aged 5 to 18 can come. Aged 18 months to 5 years. A ratio of 8 to 1.',
      '100% of families like it, and 120% of the target was met. Of 40 families, 32 said yes.',
      'We are open 7 days a week, and Monday to Friday until 8pm. Read Psalm 34:68 at church.',
      'The club has 12 places: 8 for juniors and 4 for seniors.',
      'There are three ways to reach us: phone, email or post. Choose two things: a pen, a hat, a book or a bag.',
      'Here are some of our 12 clubs:\n\n- chess\n- art',
      'Two of our 4 clubs are free:\n\n- chess\n- art',
      'You need 3 things:\n\n- a drink\n- a hat\n- a coat',
      'Choose 2 of these days:\n\n- Monday\n- Tuesday\n- Friday',
    ],
  },
})

function amountOf(written: string): number {
  const at = numbers.indexOf(written.toLowerCase())
  return at < 0 ? Number(written.replace(':', '.')) : at + 1
}

function claimsIn(block: TextBlock): Finding[] {
  return claims.flatMap(({ pattern, isWrong, unless, message }) =>
    matchesIn(block.text, pattern).flatMap((match): Finding[] => {
      const [written] = match
      const at = { start: match.index, end: match.index + written.length }
      const [first = '', ...others] = match.slice(1)
      const second = others.find(each => each !== undefined && /^(?:\d|[a-z]+$)/i.test(each) && !/^[ap]m$/i.test(each))
      if (!isWrong(amountOf(first), amountOf(second ?? ''), [...match])) return []
      if (unless?.test(sentenceAt(block.text, at)) || isOthers(block, at)) return []
      return [{ message: `“${written}” ${message}.`, place: { path: block.path, ...at } }]
    }),
  )
}

/** A number of things, and a list of more or of fewer. */
function listsOf({ doc, texts }: CheckedPage): Finding[] {
  return texts.flatMap((block): Finding[] => {
    if (block.node.type !== 'paragraph' || block.path.length !== 1) return []
    const match = announced.exec(block.text)
    const list = doc.content[(block.path[0] ?? 0) + 1]
    if (match === null || (list?.type !== 'bulletList' && list?.type !== 'orderedList')) return []
    const at = { start: match.index, end: match.index + match[0].trimEnd().length }
    const count = list.content.length
    if (amountOf(match[1] ?? '') === count || partly.test(sentenceAt(block.text, at)) || isOthers(block, at)) return []
    const place = { path: block.path, ...at }
    return [{ message: `“${match[0].trim()}” is followed by ${count} in the list.`, place }]
  })
}
