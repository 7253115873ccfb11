import { said } from '../markup/attributes.ts'
import { plainly, tidy, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A link whose title says its words again. Technique H33: a title is for what the words leave out. */
export const linkTitle = rule({
  id: 'link-title',
  severity: 'notice',
  wcag: [],
  source: 'Techniques for WCAG 2.2, H33',
  why: 'Some screen readers say the title after the words, so people hear the same twice; others never get it.',
  on: {
    markupLink: ({ seen: { element, place } }) => {
      const title = tidy(said(element, 'title') ?? '')
      return (
        plainly(title) !== '' &&
        plainly(title) === plainly(wordsOf(element)) && {
          message: `The title of this link, “${title}”, only says its words again. Take it out.`,
          place,
        }
      )
    },
  },
  examples: {
    fail: ['<div><a href="/clubs" title="Clubs">Clubs</a></div>'],
    pass: ['[Clubs](https://example.org/clubs)'],
    html: {
      fail: ['<p><a href="/clubs" title="All clubs">All clubs</a></p>'],
      pass: [
        '<p><a href="/clubs" title="Clubs (opens in a new tab)" target="_blank">Clubs</a></p>',
        '<p><a href="/clubs" title="">Clubs</a></p>',
        '<p><a href="/clubs" title="Clubs"><i class="icon-ball"></i></a></p>',
      ],
    },
  },
})
