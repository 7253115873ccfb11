/** Telephone numbers, email and web addresses as people write them. */

/** Somewhere in a text. */
export const emailPattern = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
export const webPattern = /(?<![\p{L}\p{N}@/])(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”).,;:!?’]/giu
const phonePattern = /(?:\+|\b0)[\d \u00a0()-]{5,}\d/g

export function isEmail(text: string): boolean {
  return /^[^\s@<>"'?&]+@[^\s@<>"'?&.]+(?:\.[^\s@<>"'?&.]+)+$/.test(text)
}

/** The digits that a telephone dials, in the form that people in this country write: `+44 (0)1632 960001` is `01632960001`. */
export function digitsOf(number: string): string {
  const digits = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)44/, '0').replaceAll('+', '')
}

/** The only telephone number of a text, or null. */
export function phoneIn(text: string): string | null {
  const [first, ...more] = text.match(phonePattern) ?? []
  return first !== undefined && more.length === 0 ? digitsOf(first) : null
}

/** Whether all digits of a text together are one number; Relay UK (18001, 18002) is dialled before another one. */
export function isOneNumber(text: string): boolean {
  const digits = digitsOf(text).replace(/^1800[12](?=0)/, '')
  return digits.length >= 3 && digits.length <= (digits.startsWith('0') ? 11 : 15) && /^[^\p{L}]*$/u.test(text)
}
