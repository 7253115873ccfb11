import { wordsIn } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** A heading that is a text. WCAG 2.2 SC 2.4.6. */
export const headingLong = rule({
  id: 'heading-long',
  severity: 'warning',
  wcag: ['2.4.6'],
  source: 'GOV.UK content design: headings are short, so that a page can be taken in at a glance',
  why: 'People run over the headings to see what is where; one that is a whole text stops them, on screen and by ear.',
  on: {
    text: ({ node, text, path }) => {
      const words = node.type === 'heading' ? wordsIn(text).length : 0
      const isLong = words > 16 || text.length > 110 || (words > 11 && /[.;]\s*$/.test(text))
      return (
        words > 0 && isLong && { message: `This heading is ${words} words long. Say it in a few.`, place: { path } }
      )
    },
  },
  examples: {
    fail: [
      '## Everything that you need to know about how to ask the council for help with travel to school or college\n\nAsk.',
      '## You can ask for help with travel if your school is far away.\n\nAsk.',
    ],
    pass: [
      '## What happens if you disagree with what is decided about your child’s plan\n\nAsk.',
      '## Travel to school\n\nAsk.',
    ],
  },
})
