import { matchesIn } from './matches.ts'
/** Telephone numbers as people write them in this country, and what Ofcom's numbering plan says of them. */

export interface NumberSaid {
  start: number
  end: number
  written: string
  /** As it is dialled within the country. */
  digits: string
}

const candidate =
  /(?<![\p{L}\p{N}£€$#@/.,:=_-])(?:\+44[\d \u00a0().-]{7,18}|\(?0[\d \u00a0().–-]{6,18})\d(?![\p{L}\p{N}@/_])/gu
/** What goes before a number that is rung, and before one that is none. */
const rings =
  /(?:\b(?:tel(?:ephone)?|phone|ring|call|dial|text|sms|mobile|fax|minicom|textphone|whatsapp|helpline|line|hotline|number|on|at|or|and)\b[^.?!\n\d]{0,40}|:\s*|^\s*)$/i
const counts =
  /\b(?:ISBN|ISSN|barcode)\b[^.?!\n]{0,30}$|\b(?:reference|ref|case|charity|company|account|sort code|order|form|registration|registered|policy|invoice|NHS|national insurance|UPN|URN|version|page|paragraph)\b[^.?!\n\d]{0,30}$/i

/** “Your client number has eight digits, for example”: a number of somebody or something, whatever stands between. */
const ofSomething =
  /\b(?:account|application|badge|booking|candidate|card|case|charity|claim|claimant|client|customer|file|house|invoice|library|licence|locker|member|membership|order|patient|permit|plan|pupil|reader|record|reference|registration|roll|serial|student|ticket|user|voucher) (?:number|no\.?|code|id|reference)\b(?![^.?!\n]*\b(?:call|dial|phone|ring|tel|telephone|text)\b)[^?!\n\d]{0,60}$/i

/** The numbers of a text that are meant to be rung. */
export function numbersIn(text: string): NumberSaid[] {
  if (!/\d/.test(text)) return []
  return matchesIn(text, candidate).flatMap((match): NumberSaid[] => {
    // A bracket that closes after the number belongs to the sentence.
    const lead = match[0].startsWith('(') && !match[0].includes(')') ? 1 : 0
    const [found, index] = [match[0].slice(lead), match.index + lead]
    const before = text.slice(Math.max(0, index - 60), index)
    const digits = found.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^44/, '0')
    if (counts.test(before) || isDate(found) || digits.length < 7) return []
    if (ofSomething.test(text.slice(Math.max(0, index - 100), index))) return []
    // Somebody's reference is a row of digits; what is grouped, or named, is a number to ring.
    if (!rings.test(before) && !/[ \u00a0()]/.test(found.trim())) return []
    return [{ start: index, end: index + found.length, written: found, digits }]
  })
}

function isDate(written: string): boolean {
  return /^\d{1,2}[ .–-]\d{1,2}[ .–-]\d{2,4}$/.test(written)
}

/** Areas that have numbers of ten digits too. Ofcom, “The National Telephone Numbering Plan”, appendix A. */
const short =
  /^01(?:204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|527|562|566|606|629|635|647|659|695|697|726|744|750|827|837|884|900|905|935|949|963|995)/

/** Whether a number of these digits can be rung: those that begin with a nought have eleven, but for a few. */
export function canBeRung(digits: string): boolean {
  if (/^0800(?:1111|\d{6,7})$|^0845464\d$|^0500\d{6}$|^01697[37]\d{4,5}$|^08001111$/.test(digits)) return true
  if (/^01\d{8}$/.test(digits)) return short.test(digits)
  return /^0(?:1[1-9]\d{8}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|7[0-9]\d{8}|8(?:00|08|4[2-5]|7[0-3])\d{7}|9[018]\d{8})$/.test(
    digits,
  )
}

/** Groups in which people read and remember a number: the area or network first, then threes, fours or sixes. */
const grouped: readonly RegExp[] = [
  /^02\d \d{4} \d{4}$/,
  /^0(?:[35789]\d\d|1\d1|11\d) \d{3} \d{4}$/,
  /^0(?:[389]\d\d|1\d1|11\d) \d{7}$/,
  /^0\d{3} \d{2} \d{2} \d{3}$/,
  /^0\d{3} \d{4} \d{3}$/,
  /^0\d{3} \d{3} \d{2} \d{2}$/,
  /^0\d{3} \d{3} \d{3}$/,
  /^0\d{3} \d{6}$/,
  /^0\d{4} \d{6}$/,
  /^0\d{4} \d{5}$/,
  /^0\d{4} \d{3} ?\d{3}$/,
  /^0\d{4} \d{2} \d{2} \d{2}$/,
  /^0\d{5} \d{4,5}$/,
  /^0\d{5} \d{3} \d{2,3}$/,
  /^0800 1111$/,
  /^0845 46 ?4\d$/,
]

export function isGrouped(written: string): boolean {
  const plain = written
    .replace(/\u00a0/g, ' ')
    .replace(/^\(?\+44\)? ?(?:\(0\))? ?/, '0')
    .replace(/^\((0\d+)\) /, '$1 ')
    .trim()
  return grouped.some(pattern => pattern.test(plain))
}

/** The usual way to write it; null where there is none that is surely right. */
export function spaced(digits: string): string | null {
  if (/^02\d{9}$/.test(digits)) return digits.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
  if (/^(?:03|08|09)\d{9}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
  if (/^01(?:1\d|\d1)\d{8}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
  if (/^07\d{9}$/.test(digits)) return digits.replace(/^(\d{5})(\d{3})(\d{3})$/, '$1 $2 $3')
  return /^01\d{9}$/.test(digits) ? digits.replace(/^(\d{5})(\d{6})$/, '$1 $2') : null
}
