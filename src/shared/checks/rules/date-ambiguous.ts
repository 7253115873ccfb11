import { monthNames } from '../../content/index.ts'
import { datesIn, longDate, weekdayName } from '../dates.ts'
import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, isPartOfAddress, sentenceAt } from '../words/context.ts'

const whole = /(?<![\p{L}\d]|\d[/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\d]|[/.]\d)/gu
/** The year first, as computers sort it. */
const turned = /(?<![\p{L}\d]|[\d/.-])((?:19|20)\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?![\p{L}\d]|[/.-][\p{L}\d])/gu
/** Without a year, “9/10” is a score and “24/7” is always: only what follows such a word is a day. */
const short =
  /(?<=\b(?:by|until|till|before|from|on|since|after|due|closes|deadline)(?: is|:)? )(\d{1,2})\/(\d{1,2})(?![\p{L}\d]|[/.]\d)/giu
/** Three pairs of numbers are a sort code, but not after one of these. */
const dayFollows = /\b(?:by|until|till|before|from|on|since|after|dated|of) $/i
/** What people are asked to have done by a day; “by 1/3” may be a third of it elsewhere. */
const deadline =
  /\b(?:appl(?:y|ications?)|book(?:ings?)?|bring|clos(?:es|ing)|deadline|due|forms?|pay|register|repl(?:y|ies)|respond|return|send|sign up|submit)\b/i
/** Numbers with dots after one of these are a version or a paragraph. */
const counted =
  /\b(?:version|v|para(?:graph)?|sections?|regulations?|rules?|parts?|chapters?|clauses?|steps?|pages?|criterion|criteria|SC|WCAG|iOS|Android|release|edition|figures?|tables?|annex|schedule|articles?|items?|form|room) (?:\d[\d.]*(?:,| and| or| to) )*$/i

/** What has a number of its own, and the few words that lead to it: “Put your reference, for example 12/07/3345”. */
const numbered =
  /\b(?:account|application|appeal|case|claim|code|file|invoice|licence|order|policy|receipt|ref|reference|registration|ticket)(?: (?:no\.?|numbers?))?[,:.]?(?: (?:as|e\.g\.|for example|for instance|is|like|such as|was))?[,:]? [“"‘']?$/i

/** A date in numbers alone, which can be misread. GOV.UK style writes `4 June 2026`. */
export const dateAmbiguous = rule({
  id: 'date-ambiguous',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK style: dates in words',
  why: '“03/04” is March to some readers and April to others, and a missed deadline can cost a school place.',
  on: {
    text: block =>
      /\d/.test(block.text) && [...withYear(block), ...yearFirst(block), ...withoutYear(block), ...outOfStyle(block)],
  },
  examples: {
    fail: [
      'Apply by 03/04/2026.',
      'It closes on 31.1.26.',
      'From 01/09/2026-31/08/2027.',
      'Reply by 03/04. Your case will be heard on 03/04/2027.',
      'Send the form by 1/3.',
      'The trip is on 03-04-27.',
      'It is on 06-30-2027.',
      'The next meeting is on the 3rd of March 2027.',
      'Apply by March 3rd, 2027.',
      'It closes on April 5, 2027.',
      'Come on Tuesday 2nd March.',
      'The form must reach us by 2027/05/04.',
      'Closes 2027-05-31.',
    ],
    pass: [
      'Apply by 3 April 2026.',
      '> I rang on 1/7/24.\n\nThe letter said “by 3/4/2025”.',
      'Ring 01632 960 001.',
      'Quote case 12/07/2026. Put your reference, for example 12/07/3345, at the top. Ref: 03/04/26',
      'Version 1.2.3 of the form, and version 2027.05.04.',
      'Quote SEND/2027/05/04 or see minutes-2027-05-04.pdf. In 2026/27 it is 2027/45.',
      'Open 9-5, room 12/4. Waiting times fell by 1/3.',
      'Open 24/7, and on 24/7 too; 9/10 families.',
      'On the 1st of each month, the 2nd Tuesday of March, the March 2027 meeting. In May 20 people came.',
      'Her letter said “3rd of March 2027”. The 1st May Hall group meets in the Fourth of July café.',
      'See paragraph 9.12.14 and 20-12-67. It meets criteria 1.4.11 and 2.4.11, and needs iOS 17.4.26.',
    ],
  },
})

function withYear(block: TextBlock): Finding[] {
  return matchesIn(block.text, whole).flatMap((match): Finding[] => {
    const [all, day = '', sign = '', month = '', year = ''] = match
    const isNumber =
      sign === '-'
        ? year.length === 2 && !dayFollows.test(block.text.slice(0, match.index))
        : sign === '.' && counted.test(block.text.slice(0, match.index))
    const full = Number(year.length === 2 ? `20${year}` : year)
    const isOther =
      numbered.test(block.text.slice(Math.max(0, match.index - 60), match.index)) ||
      (year.length === 4 && !/^(?:19|20|21)/.test(year))
    if (isNumber || isOther) return []
    const words = longDate(Number(day), Number(month), full)
    if (words !== null) return findingOf(block, match.index, all, words, Number(day))
    // As in America, where the month comes first.
    const american = longDate(Number(month), Number(day), full)
    return american === null ? [] : findingOf(block, match.index, all, american, Number(month))
  })
}

function yearFirst(block: TextBlock): Finding[] {
  return matchesIn(block.text, turned).flatMap(
    ({ 0: all, 1: year = '', 2: sign, 3: month = '', 4: day = '', index }): Finding[] => {
      const words = longDate(Number(day), Number(month), Number(year))
      const isOther =
        counted.test(block.text.slice(0, index)) ||
        isPartOfAddress(block.text, { start: index, end: index + all.length })
      return words === null || isOther ? [] : findingOf(block, index, all, words, sign === '-' ? 31 : Number(day))
    },
  )
}

function withoutYear(block: TextBlock): Finding[] {
  return matchesIn(block.text, short).flatMap((match): Finding[] => {
    const [all, day = '', month = ''] = match
    const isDue = deadline.test(sentenceAt(block.text, { start: match.index, end: match.index }))
    const isDay = all !== '24/7' && (/^0|\/0/.test(all) || Number(day) > 12 || isDue)
    const name = monthNames[Number(month) - 1]
    if (!isDay || name === undefined || Number(day) < 1 || Number(day) > 31) return []
    return findingOf(block, match.index, all, `${Number(day)} ${name}`, Number(day))
  })
}

function findingOf(block: TextBlock, start: number, written: string, words: string, day: number): Finding[] {
  const end = start + written.length
  if (isOthers(block, { start, end })) return []
  const place = { path: block.path, start, end }
  const fix = rewording(`Write “${words}”`, block, start, end, words)
  if (day <= 12) return [{ message: `“${written}” can be read in two ways.`, place, fix }]
  return [{ message: `“${written}” is easier to read as “${words}”.`, place, fix, severity: 'notice' }]
}

/** “The 3rd of March” and “March 3, 2027”: the style guide has the number first, and nothing with it. */
function outOfStyle(block: TextBlock): Finding[] {
  return datesIn(block.text).flatMap(({ start, end, weekday, day, month, year }): Finding[] => {
    const written = block.text.slice(start, end)
    const isOrdinal = /\d(?:st|nd|rd|th)\b/i.test(written)
    const isTurned = year !== null && /\p{L}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/u.test(written)
    const isName = /^ \p{Lu}\p{Ll}/u.test(block.text.slice(end))
    if (!(isOrdinal || isTurned) || isName || isOthers(block, { start, end })) return []
    const name = weekday === null ? '' : `${weekdayName(weekday)} `
    const words = `${name}${day} ${monthNames[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`
    const place = { path: block.path, start, end }
    const message = `“${written}” is easier to read as “${words}”.`
    // “On the 3rd of March” loses its article too, and a fix loses no word that stands beside it.
    if (/\bthe $/i.test(block.text.slice(0, start))) return [{ message, place, severity: 'notice' }]
    const fix = rewording(`Write “${words}”`, block, start, end, words)
    return [{ message, place, fix, severity: 'notice' }]
  })
}
