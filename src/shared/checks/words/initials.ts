import { fits, matchesIn } from '../matches.ts'
import { rememberedOfText } from '../remembered.ts'

/** A child of whom letters are left: “J.S. (8)”, “Child A”, “T has…”, “K.’s mum”. “Vitamin D is”, “A has” and “the U.K.” are none. */

const does =
  '(?:attends?|came|cannot|comes?|dances?|draws?|eats?|enjoys?|feels?|finds?|goes|has|hates?|joined|joins|knows?|learnt|learns?|likes?|lives?|loves?|made friends|moved|needs?|paints?|plays?|sings?|sleeps?|smiles?|speaks?|started|struggles?|swims?|talks?|told us|uses?|wants?|wears?|went)'
const doesAlone =
  '(?:attends|came|cannot|comes|enjoys|feels|finds|goes|has|hates|knows|likes|lives|loves|moved|needs|plays|sleeps|speaks|started|struggles|uses|wants|wears|went)'
const relative =
  '(?:aunt|auntie|brother|carer|class|dad|daddy|family|father|foster carers?|friends?|gran|grandad|grandma|grandmother|grandparents|mother|mum|mummy|nan|parents?|school|sister|story|teacher|teachers|teaching assistant|tutor|twin|uncle|words)'
const person = '(?:baby|boy|brother|child|daughter|girl|guest|learner|pupil|sister|son|student|teenager|toddler|twin)'
const people = '(?:babies|boys|brothers|children|daughters|girls|learners|pupils|siblings|sisters|sons|students|twins)'
/** Letters with dots that stand for a place, a lesson, a post: none of them is anybody. */
const dotted =
  '(?!(?:A\\.D|B\\.C|C\\.V|D\\.C|E\\.U|G\\.P|H\\.Q|H\\.R|I\\.D|I\\.T|L\\.A|N\\.B|P\\.C|P\\.E|P\\.M|P\\.O|P\\.S|P\\.T\\.A|Q\\.A|R\\.E|T\\.V|U\\.K|U\\.N|U\\.S)\\.)(?:\\p{Lu}\\.[ ]?){0,2}\\p{Lu}\\.'
/** One letter, which is no “A” and no “I”. */
const one = '[B-HJ-Z]'
/** What a name stands after, and the letter of a class or a plan does not. */
const afterSmall =
  '(?<=^|[.?!,:;] |\\b(?:about|after|and|as|ask|asked|because|before|but|by|for|from|how|if|is|like|meet|met|of|on|that|to|was|what|when|where|while|with) )'
const either = `(?:${dotted}|${one}(?![\\p{L}\\p{N}.]))`
const eitherAlone = `(?:${dotted}|${afterSmall}${one}(?![\\p{L}\\p{N}.]))`

const initials = new RegExp(
  [
    // “J.S. (8)”, “M.T., age 10,”
    '(?<![\\p{L}.])(?:\\p{Lu}\\.[ ]?){1,3}(?=,?[ ]?\\(?(?:aged? )?\\d{1,2}(?:\\)| years|-year))',
    '(?<![\\p{L}.])(?:\\p{Lu}\\.[ ]?){1,3}(?=,?[ ]?\\(?aged? (?:\\d{1,2}|four|five|six|seven|eight|nine|ten)\\b)',
    '(?<![\\p{L}.])\\p{Lu}{1,3} (?=\\(aged? \\d{1,2}\\))',
    `(?<=^|[.?!] |\\band |, )${one} (?=\\((?:\\d{1,2}|(?:in )?Year \\d{1,2})\\))`,
    // “Child A”, “pupil J.S.”, “our son K”
    "(?<![\\p{L}-])(?:Child|Pupil|Student|Patient|Client|Young person|Learner) (?:[A-Z](?![\\p{L}\\p{N}’'.-]| (?:and|or|to) \\p{Lu}\\p{Ll})|(?:\\p{Lu}\\.){1,3}(?! \\p{Lu}\\p{Ll}))",
    "(?<=\\b(?:my|our|her|his|their|whose) (?:\\p{L}+[ ])?(?:son|daughter|brother|sister|boy|girl|twin|nephew|niece),? )[B-HJ-Z](?![\\p{L}\\p{N}’'-]|\\. \\p{Lu}\\p{Ll})",
    // “K is 7”, “AB, aged 9,”
    '(?<=(?:^|[.?!] ))(?:[B-HJ-Z]|(?:\\p{Lu}\\.){2,3}|\\p{Lu}{2}),? (?=(?:(?:who )?(?:is|was) \\d{1,2}(?: and| years|,|\\.)|aged? \\d{1,2}\\b))',
    // “T likes the quiet room”
    `(?<=(?:^|[.?!] ))(?:[B-HJ-Z]\\.?|(?:\\p{Lu}\\.){2,3}) (?=${doesAlone} )`,
    // “J.T. and M. now eat with the others”
    `(?<![\\p{L}.])${dotted},? (?:and|or) ${dotted}(?= \\p{Ll}|[,;:)]|$)`,
    // “K.’s mum”, “L, a boy with”, “little D.W. can swim”
    `(?<![\\p{L}\\p{N}.’'-])${eitherAlone}(?=[’']s (?:own |older |younger |little |big )?${relative}\\b)`,
    `(?<![\\p{L}\\p{N}.’'-])${eitherAlone}(?=, (?:an? (?:[\\p{L}-]+ )?${person}\\b|(?:both|now|who is|who was) (?:in|of) Year|who (?:is|was|has|had|loves|likes|lives|came) (?:an?|deaf|blind|autistic|disabled|in|our|from|\\d|just|now|six|seven|eight|nine|ten)\\b))`,
    `(?<=\\b(?:little|young) )${either}(?= (?:(?:can|could|has|is|now|was|will) |${does} ))`,
    `(?<=\\b${person} \\()(?:(?:\\p{Lu}\\.?){1,2}|${one})(?=[),])`,
    `(?<=\\b${person} (?:called|named) )${either}`,
    `(?<=\\b${people},? )${one} and ${one}(?![\\p{L}\\p{N}’'-])`,
    `(?<=\\b(?:mum|mother|dad|father|parents?|nan|carer) (?:of|to) )${either}(?! ?\\p{Lu})`,
    `(?<=\\bthe )${either} (?=family\\b)`,
    // “Last year RK moved to our school”; a GP does, too
    `(?<=(?:^|[.?!] )(?:(?:[Ll]ast|[Tt]his|[Ii]n) \\p{L}+,? |[Tt]hen |[Nn]ow |[Tt]oday |[Aa]fter [^.?!,]{3,40}, )?)(?!(?:AI|BT|DJ|EP|EU|GP|HR|IT|LA|MC|MP|OT|PA|PC|PE|PM|RE|SW|TA|TV|UK|UN|US)\\b)\\p{Lu}{2} (?=(?:enjoys|feels happy|hates|joined (?:our|us|the)|likes|loves|made friends|moved to (?:an?|our|the)|plays|sleeps|smiles|told us|was born|wears)\\b)`,
  ].join('|'),
  'gu',
)
/** “Meet “B”, who is six”: letters that are put forward as a name. */
const quoted = new RegExp(
  `(?<=[“"‘'])(?:${dotted}|${one})(?=[”"’'],? (?:(?:who|and) (?:is|was|has|had|loves|likes) |(?:is|was) (?:\\d|an? )|aged? \\d|${doesAlone} ))`,
  'gu',
)

/** Where none of these stands, no child is made letters of. */
const mayShorten =
  /(?<![\p{L}\p{N}’'-])(?:[B-HJ-Z]|[A-Z]{2}|(?:[A-Z]\. ?){1,3})(?![\p{L}\p{N}-])|\p{Lu}{3} \(age|(?:Child|Pupil|Student|Patient|Client|person|Learner) [A-Z]/u

export interface Letters {
  written: string
  start: number
  end: number
  isQuoted: boolean
}

export const lettersOfChildren: (text: string) => readonly Letters[] = rememberedOfText(text => {
  if (!fits(text, mayShorten)) return []
  const found = (pattern: RegExp, isQuoted: boolean) =>
    matchesIn(text, pattern).map(({ 0: all, index }): Letters => {
      const written = all.trimEnd()
      return { written, start: index, end: index + written.length, isQuoted }
    })
  return [...found(initials, false), ...found(quoted, true)]
})
