import { wordsIn } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** A screen of a laptop holds hardly more words, and a phone needs four. */
const most = 240
/** So many paragraphs are as many answers, however short they are. */
const manyParts = { paragraphs: 10, words: 170 }

/** A long text without a heading. WCAG 2.2 SC 2.4.10. */
export const headingNone = rule({
  id: 'heading-none',
  severity: 'warning',
  wcag: ['2.4.10'],
  why: 'Nobody reads a long text from its start to find one answer: headings say where it is.',
  on: {
    page: ({ headings, texts }) => {
      if (headings.length > 0) return null
      const words = texts.reduce((sum, { text }) => sum + wordsIn(text).length, 0)
      const paragraphs = texts.filter(
        ({ node, within, text }) => node.type === 'paragraph' && within.length === 0 && wordsIn(text).length > 5,
      )
      const isInManyParts = paragraphs.length >= manyParts.paragraphs && words >= manyParts.words
      return (
        (words > most || isInManyParts) && {
          message: `These ${words} words have no heading among them.`,
          place: { path: [0] },
        }
      )
    },
  },
  examples: {
    fail: [
      `${'Ask us for help with travel. '.repeat(42)}\n\nRing.`,
      'Ask us for help. We write to you within two weeks, and tell you what comes next.\n\n'.repeat(11),
    ],
    pass: [
      'Ask us for help. We write to you within two weeks, and tell you what comes next.\n\n'.repeat(9),
      `${'- Ask us for help. We write to you.\n'.repeat(14)}\nThat is all.`,
      'Ask us.\n\n'.repeat(20),
      `## Travel\n\n${'Ask us for help with travel. '.repeat(55)}`,
      'Ask us for help with travel. '.repeat(30),
    ],
  },
})
