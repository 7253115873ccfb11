import { datesIn } from '../checks/dates.ts'
import type { Recognised, RecognisedKind } from './recognised.ts'

/** Numbers that belong to one person: NHS number, unique pupil number, National Insurance number, date of birth. */

const tenDigits = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g
/** Department for Education, “Unique pupil numbers (UPNs)”: a check letter and twelve digits, the last of which may be a letter. */
const pupil = /\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b/gi
/** HMRC, “National Insurance Manual” NIM39110. */
const insurance = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d){6} ?[A-D]\b/gi
const numericDate = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/.-])/g
const ofBirth = /\b(?:born|birth|birthday|d\.?o\.?b\.?)\b[^.?!\n\d]{0,30}$/i
const named = /\b(?:nhs|upn|pupil|national insurance|ni|case|patient|hospital|reference|ref)\b[^.?!\n\d]{0,20}$/i

export function numbersOfPeople(text: string): Recognised[] {
  const before = (at: number) => text.slice(Math.max(0, at - 50), at)
  const take = (kind: RecognisedKind, words: string, start: number): Recognised => ({
    kind,
    words,
    start,
    end: start + words.length,
  })
  const nhs = [...text.matchAll(tenDigits)].filter(
    ({ 0: words, index }) => isNhsNumber(words) || named.test(before(index)),
  )
  const numbers = [...nhs, ...text.matchAll(pupil), ...text.matchAll(insurance)].map(({ 0: words, index }) =>
    take('number', words, index),
  )
  const births = [
    ...[...text.matchAll(numericDate)].map(({ 0: words, index }) => take('birth', words, index)),
    ...datesIn(text).map(({ start, end }) => take('birth', text.slice(start, end), start)),
  ].filter(({ start }) => ofBirth.test(before(start)))
  return [...numbers, ...births]
}

/** NHS Data Dictionary, “NHS number”: the tenth digit checks the nine before it, modulus 11. */
function isNhsNumber(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number)
  if (digits[0] === 0) return false
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}
