import list from '../../../../resources/words/misspelt.json' with { type: 'json' }
import { isPlain } from '../../content/index.ts'
import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { isOwnWord } from '../own-words.ts'
import { remembered, rememberedOfText, rememberedOfWord } from '../remembered.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isAmerican } from '../words/american.ts'
import { isShown, sentenceAt } from '../words/context.ts'
import { correctionsOf } from '../words/corrections.ts'
import { isEnglish } from '../words/english.ts'
import { foreignPassages, seemsEnglish } from '../words/foreign.ts'
import { phraseFinder } from '../words/phrases.ts'
import { tokensOf } from '../words/tokens.ts'
import { findingOf, saidIn } from '../words/wording.ts'

const findKnown = phraseFinder(list)

/**
 * Words in small letters that are not part of an address, a file's name, a code, a word with a hyphen or of what English
 * has borrowed with its article: “à la carte”, “plat du jour”.
 */
const word =
  /(?<![\p{L}\p{N}\p{M}’'.@/\\_#-])(?<!(?<!\p{L})(?:à la|de la|la|le|les|du|de|des|del|di|da|al|el|il|der|das|von|van|vis-à|hors) )[a-z]{4,}(?![\p{L}\p{N}\p{M}@/\\_-]|[’'.]\p{L})/gu

interface Misspelt {
  start: number
  written: string
  meant: readonly string[]
}

/** Of plain texts alone it is known that each of these words is a token of the text. */
function mayBeMisspelt(text: string): boolean {
  return (
    !isPlain(text) ||
    tokensOf(text).some(
      ({ word, noted, start }) =>
        word.length > 3 && text.charAt(start) === word.charAt(0) && meantByNoted(noted).length > 0,
    )
  )
}

/** What a word that nobody knows may have been meant for; nothing for one that is right, or like no other. */
const meantBy: (word: string) => readonly string[] = remembered(word =>
  isEnglish(word) || isAmerican(word) ? [] : correctionsOf(word).slice(0, 3),
)

const meantByNoted = rememberedOfWord(meantBy)

const misspeltIn: (text: string) => readonly Misspelt[] = rememberedOfText(text =>
  !mayBeMisspelt(text)
    ? []
    : matchesIn(text, word).flatMap(({ 0: written, index }): Misspelt[] => {
        const meant = meantBy(written)
        // A word with nothing like it is a name, a term or another language's.
        return meant.length === 0 ? [] : [{ start: index, written, meant }]
      }),
)

/**
 * A word that is spelt wrongly. Words with a capital are names until a list of what people mistype says otherwise, and a
 * word is only doubted where one that is known is near.
 */
export const spelling = rule({
  id: 'spelling',
  severity: 'warning',
  wcag: [],
  source: 'British spelling; a dictionary of special needs and of Southend',
  why: 'A misspelt word stops readers, sounds wrong when it is read aloud, and is not found by a search.',
  on: {
    text: (block, { own }) => {
      if (block.elsewhere === 'email' || block.elsewhere === 'website' || !canBeEnglish(block.text)) return null
      const known = saidIn(block, findKnown).filter(({ written }) => !isOwnWord(written, own))
      return [
        ...known.map(hit => ({
          ...findingOf(
            block,
            hit,
            (written, instead) => `${written} is misspelt: ${instead.replace(' says the same', ' is meant')}.`,
          ),
          ...(/\s/.test(hit.written) ? {} : { unknown: { kind: 'word' as const, word: hit.written } }),
        })),
        ...misspeltIn(block.text)
          .filter(
            ({ start, written }) =>
              !isOwnWord(written, own) &&
              !known.some(hit => hit.start <= start && start < hit.end) &&
              !isShown(block, { start, end: start + written.length }) &&
              !isTaught(block.text, start),
          )
          .map(found => doubtOf(block, found)),
      ]
    },
  },
  examples: {
    fail: [
      'Please bare with us.',
      'The school will advice you.',
      'Parent’s can come too.',
      'We have a quite room. Come to there office.',
      'Ring the nurse who’s number is below.',
      'Ask about accomodation.',
      'You will recieve a letter.',
      'Assesment takes six weeks.',
      'The shcool wrote to us.',
      'You should of had a letter.',
      'There are to many forms. If your unsure, ask in the quite room.',
      'The paediatrican will see you.',
      'The theraphist will asess your childs speach.',
    ],
    pass: [
      'Parents who can come are welcome. The parent’s views count. Good to see your practice. You practise it at home.',
      'It is open every day. Everyday things help. We bear with you. There needs to be a ramp. In the past, half past two.',
      'The weather you see is cold. A quite long talk. Let us know. Breathe in. A deep breath in is good.',
      'Ask about accommodation in Shoeburyness, Thorpedene or Prittlewell.',
      'Ask Priya, Oluwaseun or Wojciech at Kingsdown about Makaton, PECS and Numicon.',
      'Write to enqiries@example.org, or open the file recieve.docx.',
      'The children say *dzień dobry* and *salaam*.',
      'She wrote “recieve”. Type `recieve`.',
      'Curriculums, webinars and playschemes are neurodiversity-friendly and dysregulated.',
      'Say :span[dzień dobry]{lang=pl} at the café.',
      'Children learn to say “thank you” in Welsh (diolch) and in French (merci).',
      'The menu is à la carte, with a plat du jour and pastéis de nata.',
      'Read aloud to them. We want more, then two more. It matters to many.',
      'See a paediatrician or an orthoptist. Take lisdexamfetamine or melatonin.',
    ],
  },
})

const languages =
  /\b(?:Albanian|Arabic|Bengali|Bulgarian|Chinese|Czech|Dutch|Farsi|French|German|Greek|Gujarati|Hindi|Hungarian|Irish|Italian|Kurdish|Latin|Latvian|Lithuanian|Polish|Portuguese|Punjabi|Romanian|Russian|Shona|Slovak|Somali|Spanish|Swahili|Tamil|Turkish|Twi|Ukrainian|Urdu|Vietnamese|Welsh|Yoruba)\b/

/** “Thank you” in Welsh (diolch): a sentence that names a language may have a word of it. */
function isTaught(text: string, start: number): boolean {
  const sentence = sentenceAt(text, { start, end: start })
  return (
    languages.test(sentence) &&
    /\b(?:called|hello|means?|say|says|said|word|words|greeting|in) /.test(sentence) &&
    !/\b(?:translat|interpret)/i.test(sentence)
  )
}

/** Many mistakes in a short sentence make no other language of it. */
function canBeEnglish(text: string): boolean {
  return seemsEnglish(text) || (/\b(?:the|your|will|and)\b/i.test(text) && foreignPassages(text).length === 0)
}

function doubtOf(block: TextBlock, { start, written, meant }: Misspelt): Finding {
  const end = start + written.length
  const place = { path: block.path, start, end }
  const [first, ...others] = meant.map(each => `“${each}”`)
  const message = `“${written}” is not in the dictionary. Is ${[first, ...others].join(' or ')} meant?`
  const [likely, ...more] = meant
  const unknown = { kind: 'word' as const, word: written }
  if (likely === undefined || more.length > 0) return { message, place, unknown }
  return { message, place, unknown, fix: { ...rewording(`Write ${first}`, block, start, end, likely), alone: true } }
}
