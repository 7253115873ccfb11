/**
 * Signs of private use, each of which stands for all letters, marks or numbers of one kind that a plain text does not have.
 * A pattern that tells these kinds apart and nothing finer says of a text with stand-ins what it says of the text itself.
 */
const latin = { small: '\ue000', capital: '\ue001', caseless: '\ue002' }
const other = { small: '\ue003', capital: '\ue004', caseless: '\ue005' }
export const mark = '\ue006'
export const otherNumber = '\ue007'
export const smallLetters = latin.small + other.small
export const capitals = latin.capital + other.capital
export const latinLetters = latin.small + latin.capital + latin.caseless
export const anyLetter = latinLetters + other.small + other.capital + other.caseless

const notPlain = /[^\t\n\r -~\u00a0£–—‘’“”…]/gu
/** Those that are of a kind of their own: of two kinds, or with a capital that is another letter’s too. */
const odd = /[\u0345\u0399\u03b9\u1fbe\ue000-\ue007]/
/** Signs come again and again; there are not many thousands of them. */
const known = new Map<string, string | null>()

/** The text with a stand-in for each letter, mark and number that is not plain, or null where one has none. */
export function standInsFor(text: string): string | null {
  let isWhole = true
  const standing = text.replace(notPlain, sign => {
    const stands = known.get(sign) ?? remember(sign)
    if (stands === null) isWhole = false
    return stands ?? sign
  })
  return isWhole ? standing : null
}

function remember(sign: string): string | null {
  const stands = standInFor(sign)
  known.set(sign, stands)
  return stands
}

function standInFor(sign: string): string | null {
  if (sign.length > 1 || odd.test(sign)) return null
  const isLatin = /\p{Script=Latin}/u.test(sign)
  const { small, capital, caseless } = isLatin ? latin : other
  if (/[\p{Lo}\p{Lm}]/u.test(sign)) return caseless
  if (/\p{L}/u.test(sign)) {
    const [inSmall, inCapitals] = [sign.toLowerCase(), sign.toUpperCase()]
    // A small letter and its capital, which are each other’s and nobody else’s.
    const areTwo = inSmall !== inCapitals && inSmall.length + inCapitals.length === 2
    if (!areTwo || inSmall.toUpperCase() !== inCapitals || inCapitals.toLowerCase() !== inSmall) return null
    return sign === inSmall ? small : sign === inCapitals ? capital : null
  }
  if (/\p{M}/u.test(sign)) return mark
  if (/\p{N}/u.test(sign)) return isLatin ? null : otherNumber
  return sign
}

/**
 * Whether a pattern says nothing of letters but which kind they are of and which of English they are. One that names another
 * sign, a range that could hold one, a script, or what was found before, says more.
 */
export function knowsStandIns({ source }: RegExp): boolean {
  const saysMore =
    /[^\n -~\u00a0£–—‘’“”…]|\\[uxkpP1-9](?!\{(?:L|Lu|Ll|M|N|Script=Latin)\}|00a0)|[^ -~]-[^\]]|(?<!\[\^?)-[^ -~]/
  return !saysMore.test(source)
}
