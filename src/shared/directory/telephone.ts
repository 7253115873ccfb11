import { canBeRung, numbersIn, spaced } from '../checks/telephone.ts'

/** Numbers that are rung as they are, without an area: emergencies, health, police, and those to which one sends a text. */
const short = /^(?:999|112|111|101|105|119|116\d{3}|118\d{3}|18000|[678]\d{4})$/

/** What is wrong with the telephone number of a service, which may have words around it; null where it can be rung. */
export function telephoneTrouble(words: string): string | null {
  const text = words.replace(/(?<!\d)00 ?44/g, '+44')
  const runs = text.match(/\+?\d[\d \u00a0().-]*/g) ?? []
  if (runs.length === 0) {
    return `“${begin(words)}” has no telephone number in it. Write the number, or leave it empty.`
  }
  const found = numbersIn(text)
  const wrong = found.find(({ digits }) => !canBeRung(digits))
  if (wrong === undefined && (found.length > 0 || runs.some(isRung))) return null
  return `“${begin((wrong?.written ?? words).trim())}” is no number that can be rung. Write it whole, such as 01632 960001.`
}

function isRung(run: string): boolean {
  const digits = run.replace(/\D/g, '')
  if (run.startsWith('+') && !digits.startsWith('44')) return digits.length >= 8 && digits.length <= 15
  return short.test(digits) || canBeRung(digits)
}

/** A spreadsheet that takes a telephone number for a sum drops its first nought; null where that is not what happened. */
export function withItsNought(cell: string): string | null {
  const digits = `0${cell.replace(/\s/g, '')}`
  if (!/^0[1-9]\d{8,9}$/.test(digits) || !canBeRung(digits)) return null
  return spaced(digits) ?? digits
}

const begin = (words: string) => words.slice(0, 40)
