import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers } from '../words/context.ts'

const sign = /([\p{L}’'\d)]+)( ?& ?)([\p{L}’']+)(?![\p{L};])/gu
/** Words that headings of a Local Offer are made of: with capitals too, they are no name of a firm. */
const everyday =
  /^(?:activit(?:y|ies)|advice|appeals?|assessments?|benefits|care|carers|children|clubs|college|complaints|contacts?|costs?|days|disabilit(?:y|ies)|education|employment|equipment|events|families|fees|forms|friends|funding|guidance|health|help|holidays?|housing|information|leisure|money|news|parents|pathways|people|places?|plans|play|prices|referrals?|resources|schools?|services?|sport|support|therap(?:y|ies)|times|training|transport|travel|wellbeing|work|young)$/i

/** “&” for “and” in running words. Names keep theirs. GOV.UK style: ampersands. */
export const ampersand = rule({
  id: 'ampersand',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: use “and” rather than &, unless it is part of a name',
  why: 'Some people do not know the sign, and it is harder to read than the word.',
  on: {
    text: block =>
      block.elsewhere === 'name' || block.elsewhere === 'address' || !block.text.includes('&')
        ? null
        : matchesIn(block.text, sign).flatMap((match): Finding[] => {
            const [, left = '', written = '', right = ''] = match
            const start = match.index + left.length
            const end = start + written.length
            if (!isForAnd(block, left, written, right) || isOthers(block, { start, end })) return []
            const place = { path: block.path, start, end }
            return [
              {
                message: `“${left}${written}${right}” is easier to read with “and”.`,
                place,
                fix: rewording('Write “and”', block, start, end, ' and '),
              },
            ]
          }),
  },
  examples: {
    fail: [
      'We give help & advice.',
      'Ask parents & carers.',
      '## Health & Wellbeing\n\nWords.',
      '## Support & advice\n\nWords.',
    ],
    pass: [
      'Shop at Marks & Spencer, and ask A&E or Q&A.',
      'The Essex Health & Care Partnership pays. Smith & Sons Ltd drive the bus.',
      'A carer&rsquos card. R&B night. Her letter said “help & advice”.',
      '## Barnes & Noble\n\nBooks.',
    ],
  },
})

function isForAnd({ node, text }: TextBlock, left: string, written: string, right: string): boolean {
  // Half a character of HTML: another problem.
  if (/^(?:[lr][ads]quo|[mn]dash|nbsp|hellip|eacute)/.test(right)) return false
  if (!/ /.test(written)) return /^\p{Ll}{3,}$/u.test(left) && /^\p{Ll}{3,}$/u.test(right)
  if (/^\p{Ll}/u.test(right)) return true
  const isLabel =
    node.type === 'heading' || node.type === 'tableHeader' || (/^\S+(?: \S+){0,4}$/.test(text) && !/[.?!]$/.test(text))
  return (
    isLabel &&
    everyday.test(left) &&
    everyday.test(right) &&
    !/\b(?:Ltd|Limited|Trust|Partnership|Centre|Group|Team|Service)\b/.test(text)
  )
}
