import { wordsIn } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** Words that make a sentence of what would be a name otherwise. */
const sentence = /\b(?:you|your|we|our|they|us|if|can|will|must|should|is|are|please)\b/gi

/** A link that is a whole sentence. WCAG 2.2 SC 2.4.4. */
export const linkLong = rule({
  id: 'link-long',
  severity: 'warning',
  wcag: ['2.4.4'],
  source: 'GOV.UK content design: link text is short and says what is there',
  why: 'People pick a link from a list by its first words, so a long one is slow to hear and hard to tell from others.',
  on: {
    link: ({ text, place }) => {
      const words = wordsIn(text.replace(/\([^)]*\)/g, ' ')).length
      const isSentence = (text.match(sentence) ?? []).length >= 2
      const isLong = words > 20 || (words >= 15 && isSentence) || (words >= 10 && /[.!]\s*$/.test(text))
      return (
        isLong && { message: `This link is ${words} words long. Keep the few words that name what is there.`, place }
      )
    },
  },
  examples: {
    fail: [
      '[If your child lives too far from school you can ask us for help with travel.](https://example.org/travel)',
      '[You can apply for a blue badge online and we will tell you what we decide by post](https://example.org/badge)',
    ],
    pass: [
      '[What to do if you do not get a place at the school](https://example.org/place)',
      '[Special educational needs and disability code of practice: 0 to 25 years](https://example.org/code)',
      '[Travel assistance policy for children and young people aged 5 to 16 (PDF, 240 KB)](https://example.org/a.pdf)',
      '[Ask for help with travel to school](https://example.org/travel)',
    ],
  },
})
