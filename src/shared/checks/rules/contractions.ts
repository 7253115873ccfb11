import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, isPartOfName } from '../words/context.ts'

/** Each is a letter or two away from its opposite, and stands where families read what they may and may not do. */
const negative =
  /(?<![\p{L}])(?:ai|are|ca|could|dare|did|do|does|had|has|have|is|might|must|need|ought|sha|should|was|were|wo|would)n[’']t(?![\p{L}])/giu
const perfect =
  /(?<![\p{L}])(?:(?:should|could|would|might|must|may|they|who|there)(?:n[’']t)?|(?:wo|ca)n[’']t|they[’']d|you[’']d|we[’']d|I[’']d)[’']ve(?![\p{L}])/giu

/** Where none of these stands, neither pattern fits, and they take longer to say so. */
const mayFit = /n[’']t|[’']ve/i

const irregular: Readonly<Record<string, string>> = { ca: 'cannot', sha: 'shall not', wo: 'will not' }

/** Short forms with “not” or “have” in them that people misread. GOV.UK style: many read them as the opposite. */
export const contractions = rule({
  id: 'contractions',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: avoid negative contractions, and should’ve, could’ve, would’ve, they’ve',
  why: 'Some people miss the “n’t” and read the opposite.',
  on: { text: found },
  examples: {
    fail: [
      'You mustn’t apply twice.',
      'Don’t worry: it isn’t late.',
      'Why don’t you ask us? You don’t need a plan.',
      "You shouldn't wait.",
      'You can’t apply if your child is under 5.',
      'You should’ve had a letter.',
      'It won’t’ve cost anything.',
      'They’ve said that you mustn’t pay.',
    ],
    pass: [
      'Do not worry: it is not late.',
      '“I don’t know”, she said. Read the leaflet Don’t Panic.',
      'Ask them when they’ve read it.',
      'You cannot apply twice. You’ll hear from us, and we’re here until 5pm.',
      'She said: “I couldn’t sleep.” The sign says ‘can’t stop’.',
      'The I Can’t Wait card is free.',
      'The cant of the roof, and the do nots.',
    ],
  },
})

function found(block: TextBlock): Finding[] {
  if (block.elsewhere === 'alt' || !mayFit.test(block.text)) return []
  const all = [negative, perfect]
    .flatMap(pattern => matchesIn(block.text, pattern))
    .filter(({ 0: written, index: start }) => {
      const at = { start, end: start + written.length }
      return !isOthers(block, at) && !isPartOfName(block.text, at)
    })
  // One “they’ve” is read as it is said; beside others that trip, it is one more to untangle.
  if (all.every(([written]) => /^they[’']ve$/i.test(written))) return []
  return all.map((match): Finding => {
    const written = match[0]
    const start = match.index
    const end = start + written.length
    const place = { path: block.path, start, end }
    const words = spelledOut(written, block.text.slice(end))
    if (words === null) return { message: `“${written}” is easy to misread.`, place }
    const message = `“${written}” is easy to misread: write “${words}”.`
    return { message, place, fix: rewording(`Write “${words}”`, block, start, end, words) }
  })
}

/** Null in a question, where “Can’t you…” cannot become “Cannot you…”, and so where it starts a sentence. */
function spelledOut(written: string, after: string): string | null {
  const plain = written.replaceAll('’', "'")
  if (/^\p{Lu}/u.test(written) || /^[^.!\n]*\?/.test(after)) return null
  const [, verb, perfect = ''] = /^(\p{L}+)n't('ve)?$/u.exec(plain) ?? []
  if (verb === undefined) return plain.replace(/'ve$/, ' have')
  const words = irregular[verb] ?? `${verb} not`
  return verb === 'ai' ? null : perfect === '' ? words : `${words} have`
}
