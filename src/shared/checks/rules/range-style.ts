import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, isPartOfAddress, isPartOfName } from '../words/context.ts'

const weekday = '(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?'
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const clock = '\\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]\\.?m\\.?)?'
const sign = '(?: ?[–—-] ?)'
const patterns: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(${weekday})(${sign})(${weekday})(?![\\p{L}])`, 'giu'),
  new RegExp(`(?<![\\p{L}])(${month})(${sign})(${month})(?![\\p{L}])`, 'giu'),
  // At least the second says that it is a time.
  new RegExp(
    `(?<![\\p{L}\\d£.:/-])(${clock})(${sign})(\\d{1,2}(?:[.:]\\d\\d)? ?(?:[ap]\\.?m\\b\\.?|noon\\b|midday\\b|midnight\\b))`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\d£.:/-])(\\d{1,2}(?:[.:]\\d\\d)? ?[ap]\\.?m\\.?)(${sign})(${clock})(?![\\p{L}\\d])`, 'giu'),
  // “from 9.30-12.00”, where no measure follows.
  /(?<=\b(?:from|open|between|at|(?:mon|tues|wednes|thurs|fri|satur|sun)days?),? )(\d{1,2}[.:][0-5][05])( ?[–—-] ?)(\d{1,2}[.:][0-5][05])(?![\d.:%]| ?(?:%|[ap]\.?m\b|kg|km|cm|mm?\b|metres?|miles|litres|points|million|hours|seconds))/giu,
  // Ages: “aged 5-11”, “5-11 years”, “0-25 year olds”.
  new RegExp(
    `(?<=\\b(?:ages?|aged|between|from|children|boys|girls|(?:young )?people) (?:of )?)(\\d{1,2})(${sign})(\\d{1,2})(?!\\p{L}|\\d|[./-]\\d|-| ?(?:pm|am))`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d£.:/-])(\\d{1,2})(${sign})(\\d{1,2})(?= (?:years?|yrs|months?|weeks|days|hours|minutes|year[- ]olds?)\\b)`,
    'giu',
  ),
  // “£5-£10”
  /(£[\d.,]+)( ?[–—-] ?)(£?\d[\d.,]*)(?![\p{L}\d])/gu,
]

/** Where no dash stands, no pattern fits. */
const mayFit = /[–—-]/

/** A dash in a range of days, times, ages or prices. GOV.UK style writes “to”. */
export const rangeStyle = rule({
  id: 'range-style',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: use “to” in ranges of dates, times and ages, not a hyphen or a dash',
  why: 'Screen readers leave the dash out, so that “9-5” becomes “nine five” or “minus five”.',
  on: {
    text: block =>
      block.elsewhere === 'hours' || block.elsewhere === 'address' || !mayFit.test(block.text)
        ? null
        : patterns
            .flatMap((pattern, index) =>
              matchesIn(block.text, pattern).flatMap((match): Finding[] => findingOf(block, match, index)),
            )
            .filter(({ place }, at, all) => !all.slice(0, at).some(other => other.place.start === place.start)),
  },
  examples: {
    fail: [
      'Open Monday-Friday.',
      'Open 9am-5pm, or 10 – 11.30am.',
      'For children aged 5-11.',
      'A club for 11–16 year olds, at £3-£5 a day.',
      'It runs April-June.',
      'The panel sits from 9.30-12.00 on Tuesdays.',
    ],
    pass: [
      'Open Monday to Friday, 9am to 5pm, for ages 5 to 11.',
      'In room 4-12, on pages 12-14, in 2026-27; the score was 3-2.',
      'A two-day course for a 16-year-old. It is a 5–11 school.',
      'Ask the Children 0-5 Team, or the Young People 11-25 Service.',
      'The Saturday-Sunday Club meets. Her letter said “9am-5pm”.',
      'We meet on Monday – bring a friend.',
    ],
  },
})

function findingOf(block: TextBlock, match: RegExpExecArray, index: number): Finding[] {
  const [written, from = '', dash = '', to = ''] = match
  const at = { start: match.index, end: match.index + written.length }
  if (isOthers(block, at) || isPartOfAddress(block.text, at)) return []
  if (index < 2 && (/^ [–—] $/.test(dash) ? !/^\p{Lu}/u.test(to) : false)) return []
  // “The 0-19 Team” and “the Saturday-Sunday Club” are names.
  if (index < 2 && /^ \p{Lu}/u.test(block.text.slice(at.end)) && isPartOfName(block.text, at)) return []
  if (
    /^ (?:\p{Lu}\p{L}+ ){0,3}(?:Bursary|Club|Fund|Group|Programme|Project|Scheme|Service|Team)\b/u.test(
      block.text.slice(at.end),
    )
  )
    return []
  const start = at.start + from.length
  const place = { path: block.path, ...at }
  const message = `“${written}” is read out badly. Write “${from} to ${to}”.`
  return [{ message, place, fix: rewording('Write “to”', block, start, start + dash.length, ' to ') }]
}
