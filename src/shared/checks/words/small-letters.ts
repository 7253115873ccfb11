import { monthNames } from '../../content/index.ts'
import { isShortForm } from '../short-forms.ts'
import { isListed, localNames } from './english.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** “MAY” and “MARCH” are verbs as well, and stay the month that they mostly are beside a number only. */
const alwaysNames = new Map(
  [
    ...monthNames.filter(name => name !== 'May' && name !== 'March'),
    ...days,
    'England',
    'English',
    'Britain',
    'British',
  ]
    .concat(localNames())
    .map(name => [name.toUpperCase(), name]),
)

/** Names of people that are words as well; “will” and “may” are hardly ever one. */
const perhapsNames =
  /^(?:amber|angel|april|bill|carol|chase|christian|crystal|daisy|dawn|dean|drew|eve|faith|frank|grace|harry|heather|holly|hope|iris|ivy|jack|jasmine|jean|josh|joy|june|lily|mark|melody|miles|nick|olive|pat|pearl|penny|poppy|ray|rich|rob|robin|rose|ruby|sandy|sky|storm|sue|terry|tony|victor|violet)(?:['’]s)?$/

/**
 * Words in capitals as a sentence has them: short forms and names that are known stay. Null where a word may be either a
 * name or a short form that nobody here knows, for then any way to write it may be wrong.
 */
export function inSmallLetters(shouted: string, isFirst: boolean): string | null {
  let starts = isFirst
  let isCertain = true
  const words = shouted.replace(/\p{Lu}[\p{Lu}’'&]*/gu, (word, at: number) => {
    const isStart = starts || /[!.?]["”’]?\s+["“‘]?$/u.test(shouted.slice(0, at))
    starts = false
    if (isShortForm(word) || word.includes('&')) return word
    const name = alwaysNames.get(word.replaceAll('’', "'"))
    if (name !== undefined) return name
    const small = word.toLowerCase()
    if (!isKnown(small) || perhapsNames.test(small)) isCertain = false
    return small === 'i' || small.startsWith('i’') || isStart ? capitalised(small) : small
  })
  return isCertain ? words : null
}

function isKnown(small: string): boolean {
  const plain = small.replaceAll('’', "'")
  return /^[ai]$/.test(plain) || isListed(plain) || isListed(plain.replace(/'s$|s'$/, ''))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
