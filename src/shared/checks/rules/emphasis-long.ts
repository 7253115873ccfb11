import { childrenOf, type Inline, textOf, wordsIn } from '../../content/index.ts'
import { unmarking } from '../edit-text.ts'
import { type Finding, rule } from '../rule.ts'

/** So many words are not emphasised any more: all of a paragraph, more than a sentence of it, or one that is very long. */
const many = 20
const veryMany = 30

/** A long stretch in bold or italic. */
export const emphasisLong = rule({
  id: 'emphasis-long',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content style: use bold sparingly, and no italics',
  why: 'Where all is emphasised nothing is, and slanted letters in a row are hard to read for people with dyslexia.',
  on: {
    text: ({ node, path, elsewhere, within }) => {
      if (elsewhere !== undefined || node.type === 'heading' || node.type === 'tableHeader') return null
      const isQuoted = within.includes('blockquote')
      return [...longRuns(node, path, 'bold'), ...(isQuoted ? [] : longRuns(node, path, 'italic'))]
    },
  },
  examples: {
    fail: [
      `**${'You must tell us when you move to another home. '.repeat(3).trim()}**`,
      `Then: *${'You must tell us when you move to another home. '.repeat(3).trim()}*`,
    ],
    pass: [
      '**You must tell us when you move.** We then write to you, and to your school, and ask for the plan that they have.',
      'Ask. **You have two months from the day on our letter, or one month from the day on which somebody wrote to you, if that is later.**',
      '*Working together to safeguard children: a guide to multi-agency working*',
    ],
  },
})

function longRuns(node: Parameters<typeof childrenOf>[0], path: number[], kind: 'bold' | 'italic'): Finding[] {
  const findings: Finding[] = []
  let [start, at] = [0, 0]
  const whole = textOf(node).trim()
  let words = ''
  const end = () => {
    const count = wordsIn(words).length
    const isWhole = words.trim() === whole || /[.!?]\s+\p{Lu}/u.test(words)
    if (count >= veryMany || (count >= many && isWhole)) {
      const how = kind === 'bold' ? 'bold' : 'italics'
      const fix = unmarking(`Take the ${how} off`, { node, path }, start, at, kind)
      findings.push({ message: `${count} words in a row are in ${how}.`, place: { path, start, end: at }, fix })
    }
    words = ''
  }
  for (const inline of childrenOf(node) as readonly Inline[]) {
    const text = textOf(inline)
    const isMarked =
      inline.type === 'hardBreak' ||
      (inline.type === 'text' && (text.trim() === '' || inline.marks?.some(mark => mark.type === kind)))
    if (!isMarked) end()
    else if (words === '') start = at
    if (isMarked) words += text
    at += text.length
  }
  end()
  return findings
}
