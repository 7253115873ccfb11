import { monthNames } from '../../content/index.ts'
import { longDate } from '../dates.ts'
import { rewording } from '../edit-text.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'

const whole = /(?<![\p{L}\d]|\d[/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\d]|[/.]\d)/gu
/** Without a year, “9/10” is a score and “24/7” is always: only what follows such a word is a day. */
const short =
  /(?<=\b(?:by|until|till|before|from|on|since|after|due|closes|deadline)(?: is|:)? )(\d{1,2})\/(\d{1,2})(?![\p{L}\d]|[/.]\d)/giu
/** Numbers with dots after one of these are a version or a paragraph. */
const counted =
  /\b(?:version|v|para(?:graph)?|sections?|regulations?|rules?|parts?|chapters?|clauses?|steps?|pages?) $/i

/** A date in numbers alone, which can be misread. GOV.UK style writes `4 June 2026`. */
export const dateAmbiguous = rule({
  id: 'date-ambiguous',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK style: dates in words',
  why: '“03/04” is March to some readers and April to others, and a missed deadline can cost a school place.',
  on: {
    text: block => [...withYear(block), ...withoutYear(block)],
  },
  examples: {
    fail: [
      'Apply by 03/04/2026.',
      'It closes on 31.1.26.',
      'From 01/09/2026-31/08/2027.',
      'Reply by 03/04.',
      'It is on 06-30-2027.',
    ],
    pass: [
      'Apply by 3 April 2026.',
      'Ring 01632 960 001.',
      'Version 1.2.3 of the form.',
      'Open 9-5, room 12/4.',
      'Open 24/7, and on 24/7 too; 9/10 families.',
      'See paragraph 9.12.14 and 20-12-67.',
    ],
  },
})

function withYear(block: TextBlock): Finding[] {
  return [...block.text.matchAll(whole)].flatMap((match): Finding[] => {
    const [all, day = '', sign = '', month = '', year = ''] = match
    const isNumber = sign === '-' ? year.length === 2 : sign === '.' && counted.test(block.text.slice(0, match.index))
    const full = Number(year.length === 2 ? `20${year}` : year)
    if (isNumber) return []
    const words = longDate(Number(day), Number(month), full)
    if (words !== null) return [findingOf(block, match.index, all, words, Number(day))]
    // As in America, where the month comes first.
    const turned = longDate(Number(month), Number(day), full)
    return turned === null ? [] : [findingOf(block, match.index, all, turned, Number(month))]
  })
}

function withoutYear(block: TextBlock): Finding[] {
  return [...block.text.matchAll(short)].flatMap((match): Finding[] => {
    const [all, day = '', month = ''] = match
    const isDay = all !== '24/7' && (/^0|\/0/.test(all) || Number(day) > 12)
    const name = monthNames[Number(month) - 1]
    if (!isDay || name === undefined || Number(day) < 1 || Number(day) > 31) return []
    return [findingOf(block, match.index, all, `${Number(day)} ${name}`, Number(day))]
  })
}

function findingOf(block: TextBlock, start: number, written: string, words: string, day: number): Finding {
  const end = start + written.length
  const place = { path: block.path, start, end }
  const fix = rewording(`Write “${words}”`, block, start, end, words)
  if (day <= 12) return { message: `“${written}” can be read in two ways.`, place, fix }
  return { message: `“${written}” is easier to read as “${words}”.`, place, fix, severity: 'notice' }
}
