import { wordsIn } from '../../content/index.ts'
import { rewording } from '../edit-text.ts'
import { shownStyleOf } from '../markup/attributes.ts'
import { wordsOf } from '../markup/words.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isShortForm } from '../short-forms.ts'
import { isOthers, sentenceAt, startsSentence } from '../words/context.ts'
import { isListed } from '../words/english.ts'
import { inSmallLetters } from '../words/small-letters.ts'

/** Words in capitals with nothing but spaces, dashes and quotes between: commas make a list, such as one of charities. */
const run =
  /(?<![\p{L}\p{N}.@/-])\p{Lu}[\p{Lu}’'&]*\p{Lu}(?:[”"’:!]*[ \u00a0]+(?:[–—-] )?[“"‘]*(?:[AI](?!\p{L})|\p{Lu}[\p{Lu}’'&]*\p{Lu}))+(?![\p{L}\p{N}@/-])/gu

/** What each such word begins with; where there is none, nothing is looked for. */
const mayFit = /\p{Lu}[’'&]*\p{Lu}/u

/** Words in capitals. WCAG 2.2 SC 1.3.1; harder to read, and some screen readers spell them out. */
export const capitals = rule({
  id: 'capitals',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK style: never use block capitals for large amounts of text',
  why: 'Capitals are slow to read, feel like shouting, and may be spelled out letter by letter.',
  on: {
    text: block => {
      const { text, path, elsewhere } = block
      // The Post Office writes towns in capitals.
      if (elsewhere === 'address' || !mayFit.test(text)) return null
      return matchesIn(text, run)
        .filter(match => isShouted(match[0]) && !isToBeSo(block, match))
        .map(({ 0: shouted, index: start }): Finding => {
          const end = start + shouted.length
          const message = `“${shortly(shouted)}” is all in capitals.`
          const words = inSmallLetters(shouted, startsSentence(text, start))
          const place = { path, start, end }
          if (words === null) return { message, place }
          return { message, place, fix: rewording(`Write “${shortly(words)}”`, block, start, end, words) }
        })
    },
    elements: {
      '*': ({ element, place }) =>
        shownStyleOf(element).get('text-transform') === 'uppercase' &&
        wordsIn(wordsOf(element)).length > 2 && { message: 'These words are shown in capitals.', place },
    },
  },
  examples: {
    fail: [
      'PLEASE READ THIS BEFORE YOU APPLY',
      'You must NOT APPLY BEFORE SEPTEMBER.',
      '## CONTACT US',
      'PLEASE NOTE: closed.',
      'HOW TO PAY\n\nPay on the day.',
    ],
    pass: [
      'Ask SENDIASS or the SEND team.',
      'SEND, EHC and CAMHS are explained below.',
      'Please read this.',
      'The short forms OT, SLT and PE. A CVI or an MSI.',
      'The charities MENCAP, SCOPE, KIDS and RNIB help.',
      'Come to LEIGH-ON-SEA, SS9 2AB.',
      'You must NOT pay.',
      'Post it to Freepost CARERS GROUP, or to FREEPOST SOUTHEND CARERS.',
      'Look for a sign that says **FAMILY CENTRE** above the door.',
      'The sign at the gate says “NO CARS BEYOND THIS POINT”.',
      'In British Sign Language the order is YOU NAME WHAT.',
    ],
    html: {
      fail: [
        '<p style="text-transform: uppercase">Please bring a coat.</p>',
        '<p>PLEASE READ THIS BEFORE YOU APPLY</p>',
      ],
      pass: ['<p style="text-transform: capitalize">Please bring a coat.</p>'],
    },
  },
})

/** Other people’s words, what stands on a sign, addresses that the Post Office reads by machine, and signs of a sign language, which are written in capitals. */
function isToBeSo(block: TextBlock, { 0: shouted, index: start }: RegExpExecArray): boolean {
  const at = { start, end: start + shouted.length }
  const isPost = /\bfreepost[ :,]*$/i.test(block.text.slice(0, start)) || /^FREEPOST\b/.test(shouted)
  const isSeen =
    /\b(?:board|button|door|label|notice|plate|poster|signs?) (?:that |which )?(?:(?:say|read)s?|is marked|marked) [“"‘']?$/i.test(
      block.text.slice(Math.max(0, start - 40), start),
    )
  return (
    isPost ||
    isSeen ||
    isOthers(block, at) ||
    /\b(?:sign(?:ed|ing)? language|makaton|BSL)\b/i.test(sentenceAt(block.text, at))
  )
}

function shortly(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).trim()}…` : words
}

/** One short form beside another is not shouting; two words are, when one of them is too long to be a short form. */
function isShouted(run: string): boolean {
  const words = (run.match(/[\p{Lu}’'&]+/gu) ?? []).filter(word => !isShortForm(word))
  const longest = Math.max(0, ...words.map(word => word.length))
  if ((words.length >= 2 && longest >= 5) || (words.length >= 3 && longest >= 4)) return true
  // Three short words that are words: “HOW TO PAY”.
  return words.length >= 3 && longest >= 3 && words.every(word => isListed(word.toLowerCase()))
}
