import { emailPattern } from '../checks/contact-details.ts'
import { numbersIn } from '../checks/telephone.ts'
import { namesOfPeople } from './names-of-people.ts'
import { numbersOfPeople } from './numbers-of-people.ts'
import { type KnownWords, matches, type Recognised } from './recognised.ts'

/**
 * What in a text may tell who somebody is. Comments and answers are published “in a form that does not enable any
 * individual to be identified” (SEND Regulations 2014, reg 56(3)). It warns and shows the words; a person decides.
 */

/** GOV.UK, “Bulk data transfer for Sponsors”: the pattern of a whole postcode. Its first half alone names no house. */
const postcode = /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[A-HJKPS-UW\d]?|[A-HK-Y]\d[ABEHMNPRV-Y\d]?) ?\d[ABD-HJLNP-UW-Z]{2})\b/gi
const street =
  /\b(?:flat \d{1,4}[a-z]?,? )?\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:road|rd|street|st|avenue|ave|lane|close|drive|way|crescent|gardens|grove|place|terrace|court|square|walk|hill|park|row|mews|rise|green)\b/giu
const account = /(?<![\p{L}\d@.])@[a-z\d_.]{3,30}\b|\b(?:facebook|instagram|twitter|x|tiktok)\.com\/[\w.-]+/giu
const school =
  /\b(?:\p{Lu}[\p{L}’'-]*\.? )+(?:(?:primary|infant|junior|secondary|high|grammar|special|nursery|community|church of england|ce|c of e) )*(?:school|academy|college|nursery|preschool|pre-school)\b/iu
const placeOfLearning = /school|academy|college|nursery/i
const ageOfChild =
  /\b(?:(?:in )?(?:year|yr) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|reception(?: class)?|aged? (?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)|(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:years?|yrs?)[ -]olds?|is (?:only )?(?:\d|1\d) (?:now|and)|turned (?:\d{1,2}|three|four|five|six))\b/iu
const post =
  /\b(?:[Tt]he )?(?:[Hh]ead ?[Tt]eacher|[Hh]ead|[Dd]eputy head|S[Ee][Nn][Cc][Oo]|[Cc]lass teacher|[Pp]rincipal|[Cc]ase officer|[Ss]ocial worker|[Pp]sychologist|[Pp]aediatrician|[Mm]anager) (?:at|of|from) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu

export function whoCanBeRecognised(text: string, known: KnownWords): Recognised[] {
  const found = [
    ...matches('email', text, emailPattern),
    ...matches('account', text, account),
    ...telephones(text),
    ...numbersOfPeople(text),
    ...matches('postcode', text, postcode),
    ...matches('address', text, street).filter(isAddress),
    ...childAtSchool(text),
    ...matches('post', text, post),
    ...namesOfPeople(text, known),
  ]
  return withoutOverlaps(found)
}

/** “12 weeks on the Way” is no house: the name of a street has a capital. */
function isAddress({ words }: Recognised): boolean {
  return /\d[a-z]?,? \p{Lu}/u.test(words)
}

/** Any number that could be rung, in whatever groups it is written: better one too many than a family's own. */
function telephones(text: string): Recognised[] {
  const mobile = matches('telephone', text, /(?<![\d+])(?:\+44 ?\(?0?\)? ?|0)(?:[ -]?\d){9,10}(?!\d)/g)
  const others = numbersIn(text).map(({ start, end, written }) => ({
    kind: 'telephone' as const,
    words: written,
    start,
    end,
  }))
  return [...mobile, ...others]
}

/** A child's age or year together with the school is often one child alone, in one sentence or in two. */
function childAtSchool(text: string): Recognised[] {
  // Most texts say nothing of either, and to look for the name of a school takes the longest of all.
  const age = ageOfChild.exec(text)
  const place = age === null || !placeOfLearning.test(text) ? null : capitalised(school, text)
  if (age === null || place === null) return []
  return [age, place].map(({ 0: words, index }) => ({
    kind: 'child-at-school' as const,
    words,
    start: index,
    end: index + words.length,
  }))
}

/** The name of a school has a capital, which a pattern that takes “School” and “school” alike does not ask for. */
function capitalised(pattern: RegExp, text: string): { 0: string; index: number } | null {
  for (const { 0: words, index } of text.matchAll(new RegExp(pattern, 'giu'))) {
    const found = /\p{Lu}[\p{L}’'.-]* .*$/su.exec(words)
    if (found !== null && !/^(?:The|My|Our|His|Her|Their|A|This|Every|Any) \S+$/.test(found[0]))
      return { 0: found[0], index: index + found.index }
  }
  return null
}

/** The first of two that are about the same words stands: the list above goes from certain to likely. */
function withoutOverlaps(found: readonly Recognised[]): Recognised[] {
  const kept: Recognised[] = []
  for (const each of found) {
    if (!kept.some(other => each.start < other.end && other.start < each.end)) kept.push(each)
  }
  return kept.sort((a, b) => a.start - b.start)
}
