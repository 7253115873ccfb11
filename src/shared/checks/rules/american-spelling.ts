import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { americanIn } from '../words/american.ts'
import { isOthers, isPartOfAddress, isPartOfName, sentenceAt, startsSentence } from '../words/context.ts'
import { tokensOf } from '../words/tokens.ts'

/**
 * Words of which only one meaning is spelt otherwise: a computer’s program, to license, a practice. The part that is found is
 * the one before the colon.
 */
const inOneMeaning: readonly (readonly [pattern: RegExp, british: string])[] = [
  [/\bprogram(?=s?\b)(?!s? (?:code|files?)\b)/gi, 'programme'],
  [
    /(?<=\b(?:an?|the|your|no|this|that|new|driving|entertainment|music|television|TV) )license(?=s?\b)(?! plate)/gi,
    'licence',
  ],
  [
    /(?<=\b(?:can|could|will|to|must|should|you|they|we|help them|and) )practice(?= (?:\p{L}+ing|at home|every|for|how|it|reading|saying|signs?|speaking|the|their|this|together|using|what|with|words|writing|your?)\b)/giu,
    'practise',
  ],
  [/\bpractic(?=(?:ing|ed)\b)/gi, 'practis'],
]
/** What runs on a machine is a program in Britain too. */
const ofComputers =
  /\b(?:apps?|browsers?|cod(?:e|ed|es|ing)|computers?|devices?|downloads?|games?|install\p{L}*|laptops?|online|ipad|phones?|program(?:med|ming|mers?)|robots?|screen readers?|software|speech|tablets?|to program|type|virus|windows|word processing)\b/iu

/** American spelling. Names keep theirs: Center Parcs, the World Health Organization. */
export const americanSpelling = rule({
  id: 'american-spelling',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: use UK English spelling',
  why: 'Readers in Britain stumble over it, and screen readers may change their voice.',
  on: {
    text: block => [
      ...(/licens|practic|program/i.test(block.text) ? inOneMeaning : []).flatMap(([pattern, british]) =>
        matchesIn(block.text, pattern).flatMap((match): Finding[] => {
          const [start, end] = [match.index, match.index + match[0].length]
          const isProgram = british === 'programme' && ofComputers.test(sentenceAt(block.text, { start, end }))
          const isName = /^\p{Lu}/u.test(match[0]) && !startsSentence(block.text, start)
          return isProgram || isName || isOthers(block, { start, end }) || isPartOfAddress(block.text, { start, end })
            ? []
            : [tell(block, start, end, british)]
        }),
      ),
      ...americanIn(block.text).flatMap(({ at, known: british }): Finding[] => {
        const { start = 0, end = 0 } = tokensOf(block.text)[at] ?? {}
        if (isPartOfAddress(block.text, { start, end })) return []
        const written = block.text.slice(start, end)
        const isName =
          /^\p{Lu}/u.test(written) && (!startsSentence(block.text, start) || isPartOfName(block.text, { start, end }))
        if (isName || isOthers(block, { start, end })) return []
        return [tell(block, start, end, british)]
      }),
    ],
  },
  examples: {
    fail: [
      'We organize trips.',
      'Ask at the center.',
      'Behavior is communication. Color the picture.',
      'See the pediatrician.',
      'The summer program starts in July.',
      'You need a license for the stall, and you can practice the signs at home.',
    ],
    pass: [
      'We organise trips to Center Parcs.',
      'The World Health Organization advises it. Center Parcs has a discount.',
      'Write to color@example.org. The size of the prize was a surprise.',
      'Install the program on a computer. The program reads the words on a screen aloud, and Sam likes to program robots.',
      'A doctor’s practice, good practice and swimming practice. We license the hall, and practise signs.',
      'Her letter said “behavior”.',
    ],
  },
})

function tell(block: TextBlock, start: number, end: number, british: string): Finding {
  const written = block.text.slice(start, end)
  const words = /^\p{Lu}/u.test(written) ? british.charAt(0).toUpperCase() + british.slice(1) : british
  const message = `“${written}” is American spelling: in Britain it is “${words}”.`
  const fix = rewording(`Write “${words}”`, block, start, end, words)
  return { message, place: { path: block.path, start, end }, fix }
}
