import { shownStyleOf } from '../markup/attributes.ts'
import { rule } from '../rule.ts'

/** Text that moves or blinks. WCAG 2.2 SC 2.2.2, failures F4, F16 and F47. */
export const movingText = rule({
  id: 'moving-text',
  severity: 'error',
  wcag: ['2.2.2'],
  why: 'Nobody can read at another’s speed, and what moves beside the words keeps some people from reading at all.',
  on: {
    elements: {
      '*': ({ element, tag, place }) => {
        const style = shownStyleOf(element)
        const isAnimated = style.has('animation') || /\binfinite\b/.test(style.get('animation-iteration-count') ?? '')
        const isMoving =
          tag === 'marquee' || tag === 'blink' || isAnimated || /\bblink\b/.test(style.get('text-decoration') ?? '')
        return isMoving && { message: 'These words move or blink.', place }
      },
    },
  },
  examples: {
    fail: ['One.\n\n<marquee>We are closed</marquee>'],
    pass: ['**We are closed**'],
    html: {
      fail: ['<p><blink>Closed</blink></p>', '<p style="animation: fade 1s infinite">Closed</p>'],
      pass: ['<p style="transition: none">Open</p>'],
    },
  },
})
