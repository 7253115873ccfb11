import { childrenOf, type Inline, textOf, wordsIn } from '../../content/index.ts'
import { unmarking } from '../edit-text.ts'
import { shownStyleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
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
      return isQuoted ? [] : [...longRuns(node, path, 'bold'), ...longRuns(node, path, 'italic')]
    },
    elements: {
      '*': seen => styledRun(seen),
    },
  },
  examples: {
    html: {
      fail: [
        `<p style="font-weight: bold">${'You must tell us when you move to another home. '.repeat(3)}</p>`,
        `<style>.note { font-style: italic }</style><p class="note">${'You must tell us when you move to another home. '.repeat(3)}</p>`,
      ],
      pass: [
        `<blockquote style="font-style: italic">${'You must tell us when you move to another home. '.repeat(3)}</blockquote>`,
        '<p style="font-weight: bold">You must tell us.</p>',
        `<style>body { font-weight: 400; font-style: normal }</style><p>${'You must tell us when you move to another home. '.repeat(3)}</p>`,
      ],
    },
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

/** A whole text that its own style, or a class, sets in bold or italics. */
function styledRun({ element, tag, around, place }: MarkupElement): Finding | null {
  if (/^(?:h[1-6]|th|b|strong|i|em|cite|blockquote|body|main|a|nav)$/.test(tag)) return null
  const style = shownStyleOf(element)
  const isBold = /^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '')
  const isItalic = style.get('font-style') === 'italic' && !around.some(({ tagName }) => tagName === 'blockquote')
  const count = isBold || isItalic ? wordsIn(wordsOf(element)).length : 0
  return count >= many ? { message: `${count} words in a row are in ${isBold ? 'bold' : 'italics'}.`, place } : null
}

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
