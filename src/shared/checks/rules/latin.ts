import list from '../../../../resources/words/latin.json' with { type: 'json' }
import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers } from '../words/context.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf, saidIn } from '../words/wording.ts'

const find = phraseFinder(list)

/** “Via” a form or by post; a bus goes “via the pier”, which is its way. */
const via =
  /(?<![\p{L}\p{N}-])via (?=(?:(?:an?|the|our|your|their|this) (?:[\p{L}-]+ ){0,2})?(?:app|chat|directory|e-?mail|form|GP|helpline|letter|link|page|phone|portal|post|school nurse|SENCO|site|telephone|text|video|voicemail|website)s?\b)/giu

/** Short forms, with the dots that belong to them. A full stop that also ends the sentence stays. */
const short: readonly [pattern: RegExp, write: string | null, advice: string][] = [
  [/(?<![\p{L}\p{N}.])(?:e\.g\.?|eg)(?![\p{L}\p{N}-])/giu, 'for example', '“for example” or “such as” says the same'],
  [/(?<![\p{L}\p{N}.])(?:i\.e\.?|ie)(?![\p{L}\p{N}-])/giu, 'that is', '“that is” says the same'],
  [/(?<![\p{L}\p{N}.])etc(?![\p{L}\p{N}-])/giu, null, 'leave it out, or begin the list with “such as”'],
  [via, null, '“by”, “on” or “through” says the same'],
  [
    /(?<![\p{L}\p{N}.])(?<!\b(?:[Aa]n?|[Tt]he|[Yy]our) )N\.?B\.?(?=[: ])(?! ?\p{N})/gu,
    null,
    'leave it out, or write “Note”',
  ],
]

/** Where none of these stands, no short form does. */
const mayShorten = /(?:^|[^a-z])(?:e\.?g|i\.?e|etc|n\.?b|via)(?![a-z])/i

/** Latin where English does. GOV.UK style: e.g. and i.e. are misread, and screen readers stumble over them. */
export const latin = rule({
  id: 'latin',
  severity: 'notice',
  wcag: ['3.1.5'],
  source: 'GOV.UK style: eg, etc and ie',
  why: 'Some people do not know these words, and programs that read aloud get them wrong.',
  on: {
    text: block => [
      ...saidIn(block, find).map(hit =>
        findingOf(block, hit, (written, instead) => `${written} is Latin: ${instead}.`),
      ),
      ...shortForms(block),
    ],
  },
  examples: {
    fail: [
      'Bring proof, e.g. a letter.',
      'The plan, i.e. the EHC plan’s first part.',
      'Bring toys, books etc.',
      'NB: closed on Monday.',
      'Meetings are ad hoc.',
      'Send your claim via the online form, or via email.',
    ],
    pass: [
      'Bring proof, for example a letter.',
      'She wrote “e.g. a letter”. The NB line is for the doctor.',
      'The song is called Etcetera. Ring extension IE9, in postcode NB 12.',
      'The café has a crèche. The bus to school goes via the pier and the form room.',
    ],
  },
})

function shortForms(block: TextBlock): Finding[] {
  if (!mayShorten.test(block.text)) return []
  return short.flatMap(([pattern, write, advice]) =>
    matchesIn(block.text, pattern).flatMap((match): Finding[] => {
      const start = match.index
      const end = start + match[0].trimEnd().length
      if (isOthers(block, { start, end })) return []
      const place = { path: block.path, start, end }
      const message = `“${match[0].trimEnd()}” is Latin: ${advice}.`
      return [
        write === null
          ? { message, place }
          : { message, place, fix: rewording(`Write “${write}”`, block, start, end, write) },
      ]
    }),
  )
}
