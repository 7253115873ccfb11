import { isForTheEye, said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { tidy } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A picture that is said to be decorative, and speaks all the same. WCAG 2.2 SC 1.1.1, failure F39. */
export const imageDecorative = rule({
  id: 'image-decorative',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'One half says that there is nothing to tell and the other tells it, so some people hear it and some do not.',
  on: {
    elements: { img: labelled, svg: labelled, hr: labelled },
    picture: ({ alt, title, isDecorative, place }) => {
      const words = [alt ?? '', title].map(each => each.trim()).find(each => each !== '')
      const isEmpty = isDecorative || alt?.trim() === ''
      return (
        isEmpty &&
        words !== undefined && {
          message: `This picture is marked as decorative, and has words as well: “${words}”. Keep one of the two.`,
          place,
        }
      )
    },
  },
  examples: {
    fail: ['::figure{src="media/wave.png" alt="A blue wave" decorative}'],
    pass: ['::figure{src="media/wave.png" decorative}', '::figure{src="media/bus.png" alt="A bus with a ramp"}'],
    html: {
      fail: [
        '<p><img src="wave.png" role="presentation" alt="A blue wave"></p>',
        '<p><img src="wave.png" alt="" title="A blue wave"></p>',
        '<p><img src="logo.png" alt="" aria-label="The club"></p>',
        '<svg role="none" aria-label="Open on Mondays"></svg>',
        '<p><img src="wave.png" aria-hidden="true" alt="Ring before you come"></p>',
      ],
      pass: [
        '<p><img src="wave.png" alt="A wave" aria-label="A wave"></p><svg aria-label="A wave" role="img"></svg>',
        '<svg role="none" aria-label=""></svg>',
        '<p><img src="wave.png" role="presentation" alt=""></p>',
        '<p><img src="wave.png" alt=""></p>',
      ],
    },
  },
})

/** Named as if it told something, and said to tell nothing. */
function labelled({ element, tag, place }: MarkupElement) {
  const words = tidy(said(element, 'ariaLabel') ?? said(element, 'ariaLabelledBy') ?? '')
  const isEmpty = isForTheEye(element) || (tag === 'img' && said(element, 'alt')?.trim() === '')
  return (
    isEmpty &&
    words !== '' && {
      message: 'This picture is marked as decorative, and has a label as well. Keep one of the two.',
      place,
    }
  )
}
