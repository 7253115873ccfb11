import { wordsIn } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** A screen of a laptop holds hardly more words, and a phone needs four. */
const most = 240

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
      return words > most && { message: `These ${words} words have no heading among them.`, place: { path: [0] } }
    },
  },
  examples: {
    fail: [`${'Ask us for help with travel. '.repeat(42)}\n\nRing.`],
    pass: [`## Travel\n\n${'Ask us for help with travel. '.repeat(55)}`, 'Ask us for help with travel. '.repeat(30)],
  },
})
