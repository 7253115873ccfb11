import { rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const mostWords = 100
const mostSentences = 7

/** A paragraph that fills a phone's screen. GOV.UK style: no more than five sentences; here with room for short ones. */
export const paragraphLength = rule({
  id: 'paragraph-length',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK: paragraphs should have no more than five sentences each',
  why: 'A wall of words is skipped, most of all on a phone.',
  on: {
    text: ({ node, text, path, elsewhere, within }) => {
      if (node.type !== 'paragraph' || elsewhere !== undefined || within.includes('blockquote')) return null
      const sentences = sentencesOf(text)
      const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
      const isLong = words > mostWords || (sentences.length > mostSentences && words > 75)
      // Verses and addresses have lines, not sentences.
      if (!isLong || text.split('\n').length * 3 > sentences.length * 2) return null
      return {
        message: `This paragraph has ${words} words in ${sentences.length} sentences. Can it be two, or a list?`,
        place: { path },
      }
    },
  },
  examples: {
    fail: [
      'You can ask for a place at any time of the year. We read what you send us and we may ask you for more. Then we talk to the school and to the people who know your child well. We write to you with what we have decided and tell you why. If you do not agree you can ask us to look at it again within two weeks. Somebody else will look at it then and write to you again. You can also ask for help from a team that is on your side and does not belong to the council.',
    ],
    pass: [
      'You can ask for a place at any time. We read what you send us. We may ask you for more. Then we talk to the school. We write to you.',
      'One.\\\nTwo.\\\nThree.\\\nFour.\\\nFive.\\\nSix.\\\nSeven.\\\nEight.',
      'Is it free? Yes. Is it near? Yes. Is it open? Yes. Is it good? Yes. Can I come? Yes.',
    ],
  },
})
