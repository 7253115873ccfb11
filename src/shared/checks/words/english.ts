import list from '../../../../resources/words/english.json' with { type: 'json' }
import own from '../../../../resources/words/local.json' with { type: 'json' }

/** Which words are English ones, as they are written in Britain and in this place. */

let unpacked: ReadonlySet<string> | null = null

/** Read when it is first asked for: a page that nobody checks costs nothing. */
function dictionary(): ReadonlySet<string> {
  unpacked ??= new Set([...unpack(list.words), ...own.words, ...own.names.map(name => name.toLowerCase())])
  return unpacked
}

/** See `packed` in resources/words/make-english.ts. */
function* unpack(text: string): Generator<string> {
  let word = ''
  for (const [, shared = 'A', rest = ''] of text.matchAll(/([A-Z])([a-z']*)/g)) {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest
    yield word
  }
}

/** Names of this place, as they are written. */
export function localNames(): readonly string[] {
  return own.names
}

/** A word that is in the dictionary, in small letters and with a straight apostrophe. */
export function isListed(word: string): boolean {
  return dictionary().has(word)
}

/** The listed words that begin with a letter, for those who look for what a misspelt one may have been. */
export function listedWith(letter: string): readonly string[] {
  byLetter ??= Map.groupBy(dictionary(), word => word[0] ?? '')
  return byLetter.get(letter) ?? []
}
let byLetter: ReadonlyMap<string, string[]> | null = null

/** Endings and beginnings that make new words of any; what is usual is listed, and “occured” must not pass for one. */
const endings = /(?:'s|s'|(?<![^aeiou]y|[sx]|[cs]h)s|ness|less|ship|ships|like|wise|free|friendly|based)$/
const localEndings = /(?:ed|ing|er|ers|ly)$/
const beginnings =
  /^(?:anti|auto|bi|co|counter|cyber|ex|extra|hyper|hypo|inter|kilo|mega|micro|mid|mini|mono|multi|neuro|non|out|over|photo|poly|post|pre|psycho|re|self|semi|socio|sub|super|tele|trans|tri|ultra|un|under|up|web)(?=.{5})/
const local: ReadonlySet<string> = new Set(own.words)

/** A listed word, one that is made of it by an ending or a beginning, or two long ones in one: “lightbulb”, “curriculums”. */
export function isEnglish(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'")
  if (isListed(plain) || isListed(plain.replace(endings, '')) || isLocal(plain.replace(localEndings, ''))) return true
  // The dictionary has “hypoglycemia” alone, and doctors in Britain write “hypoglycaemia”.
  if (/[ao]e/.test(plain) && isListed(plain.replace(/[ao]e/g, 'e'))) return true
  const rest = plain.replace(beginnings, '')
  if (rest !== plain && (isListed(rest) || isListed(rest.replace(endings, '')))) return true
  if (isOfVerb(plain)) return true
  for (let at = 4; plain.length >= 10 && at <= plain.length - 4; at += 1) {
    if (isListed(plain.slice(0, at)) && isListed(plain.slice(at))) return true
  }
  return false
}

/** Who or what does it, and what can be done: “approver” beside “approved”, “trackable” beside “tracking”. */
function isOfVerb(word: string): boolean {
  const doer = /^(.{3,}e)rs?$/.exec(word)?.[1]
  // “Visiter” and “creater” are written with an o.
  if (doer !== undefined) return isListed(`${doer}d`) && !isListed(doer.replace(/e$/, 'or'))
  const verb = /^(.{3,}[^cg])able$/.exec(word)?.[1]
  return verb !== undefined && isListed(`${verb}ing`)
}

function isLocal(stem: string): boolean {
  return local.has(stem) || local.has(`${stem}e`)
}
