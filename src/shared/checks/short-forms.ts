import words from '../../../resources/words/acronyms.json' with { type: 'json' }
import { fits, matchesIn } from './matches.ts'
import { rememberedOfText } from './remembered.ts'

/** A short form in a text: what it is, where it stands there, and what it stands for if a glossary knows. */
export interface ShortForm {
  /** In the singular, in capitals: `SENCO` for “SENCos”. */
  short: string
  /** As it is written there, in the singular. */
  written: string
  long: string | null
  /** Offsets of the whole word, with the ending of a plural or a possessive. */
  start: number
  end: number
  ending: '' | 's' | '’s'
}

const glossary = new Map(Object.entries<string>(words.acronyms))
const byCapitals = new Map([...glossary].map(([short, long]) => [short.toUpperCase(), long]))
const known: ReadonlySet<string> = new Set(words.known)
const services: ReadonlySet<string> = new Set(words.services)

/** Whether letters are the name by which a service is known, and not only what they are short for. */
export function isService({ short }: ShortForm): boolean {
  return services.has(short)
}

/** Words that people put in capitals to stress them, and numbers of kings and chapters. */
const stressed =
  /^(?:AFTER|ALL|ALSO|ALWAYS|AND|ANY|ARE|BEFORE|BOTH|BUT|CAN|CANNOT|CLOSED|DRAFT|EACH|EITHER|EVERY|FIRST|FOR|FREE|FROM|FULL|HAVE|HELP|HERE|HOW|LAST|LESS|MAY|MORE|MUST|NEED|NEVER|NEW|NONE|NOT|NOTE|NOW|ONE|ONLY|OPEN|OUR|OUT|PLEASE|SAME|SHOULD|STOP|TEN|THAT|THE|THEIR|THEN|THERE|THEY|THIS|THREE|TODAY|TWO|URGENT|WAS|WE|WHAT|WHEN|WHERE|WHO|WHY|WILL|WITH|YES|YOU|YOUR|MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|TODO|FIXME|TB[ACD]|[IVXLC]+)$/

/** “SCOPE” and “KIDS” are said as words, as names are; “NDCS” is spelled out. Three letters may always be short for something. */
const spoken =
  /^(?=\p{Lu}{4})(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCDFGKPST][LR]|S[CHKLMNPTW]|[CPTW]H|QU|TW)?(?:[AEIOUY]{1,2}[^AEIOUY]{1,2})+[AEIOUY]{0,2}$/u

const determiner =
  /^(?:an?|the|any|each|every|her|his|its|my|no|our|some|their|this|your|local|new|national|school|council|special)$/i

const token = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:&\p{Lu}\p{L}*)?/gu

/** Two capitals in one word: without them no short form stands in a text. */
const mayStand = /\p{Lu}[\p{L}\p{N}&]*\p{Lu}/u

/** Every short form that may need explaining, in the order of the text. */
export const shortFormsIn: (text: string) => readonly ShortForm[] = rememberedOfText(text => {
  const forms: ShortForm[] = []
  if (!fits(text, mayStand)) return forms
  for (const match of matchesIn(text, token)) {
    const form = formOf(match[0], match.index, text)
    if (form && !isPartOfSomething(text, form)) forms.push(form)
  }
  return forms
})

/** Whether capitals are a short form that a glossary knows, or that everybody does. */
export function isShortForm(word: string): boolean {
  const short = singular(word)
  return known.has(short) || services.has(short) || byCapitals.has(short)
}

function formOf(word: string, start: number, text: string): ShortForm | null {
  if ((word.match(/\p{Lu}/gu)?.length ?? 0) < 2) return null
  const written = glossary.has(word) ? word : singular(word)
  const short = written.toUpperCase()
  if (known.has(short) || known.has(word.toUpperCase())) return null
  const long = glossary.get(written) ?? byCapitals.get(short) ?? null
  if (long === null && (!/^\p{Lu}{3,6}$/u.test(written) || stressed.test(written) || spoken.test(written))) return null
  const after = start + word.length
  const possessive = /^[’']s(?!\p{L})/u.test(text.slice(after, after + 3))
  const ending = possessive ? '’s' : word === written ? '' : 's'
  return { short, written, long, start, end: after + (possessive ? 2 : 0), ending }
}

/** “SENCOs” without its plural s; a small s at the end of capitals is never part of a short form. */
function singular(word: string): string {
  const bare = word.slice(0, -1)
  return word.endsWith('s') && (/\p{Lu}$/u.test(bare) || glossary.has(bare)) ? bare : word
}

const ofThePlan =
  /^(?:plans?|needs|assessments?|advice|applications?|case|caseworkers?|co-?ordinators?|decisions?|desk|forms?|hub|law|meetings?|officers?|panel|process|requests?|reviews?|service|team|timescales?)$/

/** An address, a name, a code or a whole phrase in capitals: letters that stand for something else, or for themselves. */
function isPartOfSomething(text: string, { start, end, written, long }: ShortForm): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  if (isAddress((/\S*$/.exec(before)?.[0] ?? '') + written + (/^\S*/.exec(after)?.[0] ?? ''))) return true
  if (/[\p{Lu}\p{N}][-–.!+]$|[_#]$/u.test(before) || /^[-–.][\p{Lu}\p{N}]|^_/u.test(after)) return true
  const left = /([\p{L}\p{N}][\p{L}\p{N}’'-]*)[ \u00a0]+$/u.exec(before)?.[1] ?? ''
  const right = /^[ \u00a0]+([\p{L}\p{N}][\p{L}\p{N}’'-]*)/u.exec(after)?.[1] ?? ''
  if (isShouted(left) || isShouted(right)) return true
  // “(ODS, 18KB)” is a kind of file.
  if (/^,? \d[\d.,]* ?[kmg]b\b/i.test(after)) return true
  if (/^(?:UK|Foundation|Trust|Society|Association|Charity|Alliance|Network)$/.test(right)) return true
  // What nobody here knows is a name, unless it is spoken of as one of a kind: “the NDCS”, “a CVI”.
  if (long === null && !determiner.test(left)) return true
  if (long === null || written.length === 2) return isNameOrCode(before, left, right)
  // The plan has no everyday name: in law, on GOV.UK and in schools it is the “EHC plan”.
  if (written === 'EHC' && ofThePlan.test(right)) return true
  // As “SEND” is, it is in the name of what the reader came for.
  if (written === 'SEN' && right === 'support') return true
  // “ADD” is also what somebody is asked to do.
  return written === 'ADD' && /^(?:an?|the|your|this|any|more|it|them)$/.test(right)
}

function isAddress(chunk: string): boolean {
  return /@|:\/\/|^\(?www\.|\.(?:uk|com|org|net|gov|info)\b/i.test(chunk)
}

function isShouted(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && !isShortForm(word)
}

/** “Part VI”, “ISO 9001”, “the SNAP Charity”: beside a number or another word with a capital, letters are a name. */
function isNameOrCode(before: string, left: string, right: string): boolean {
  if (/^(?:Part|Schedule|Chapter|Section|Annex|Level|Type|Group|Tier|Stage|Phase)$/.test(left)) return true
  const leftIsFirst = !/[\p{L}\p{N},;:)’”]\s+$/u.test(before.slice(0, before.lastIndexOf(left)))
  return (
    /^\p{N}/u.test(left) || /^\p{N}/u.test(right) || /^\p{Lu}/u.test(right) || (/^\p{Lu}/u.test(left) && !leftIsFirst)
  )
}
