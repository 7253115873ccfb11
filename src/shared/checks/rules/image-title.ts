import { plainly } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A picture whose title says something else than its alternative. */
export const imageTitle = rule({
  id: 'image-title',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A title only shows under a mouse: whoever taps, types or listens gets other words, or both one after the other.',
  on: {
    picture: ({ alt, title, isDecorative, place }) =>
      !isDecorative &&
      (alt ?? '').trim() !== '' &&
      plainly(title) !== '' &&
      plainly(title) !== plainly(alt ?? '') && {
        message: `This picture's title, “${title.trim()}”, differs from its text alternative. Put what matters in the text.`,
        place,
      },
  },
  examples: {
    fail: ['A ![A bus with a ramp](media/bus.png "Our new minibus, 2026") stops here.'],
    pass: ['A ![A bus with a ramp](media/bus.png) stops here.', 'A ![A bus](media/bus.png "A bus.") stops here.'],
    html: {
      fail: ['<p><img src="bus.jpg" alt="A bus with a ramp" title="Book by 1 May"></p>'],
      pass: ['<p><img src="bus.jpg" alt="A bus with a ramp" title=""></p>'],
    },
  },
})
