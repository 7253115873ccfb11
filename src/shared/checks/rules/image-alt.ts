import { rule } from '../rule.ts'

const noAlt = (what: string) => `${what} has no text alternative. Say what it tells, or that it is decorative.`

/** A picture that says nothing to those who cannot see it. WCAG 2.2 SC 1.1.1. */
export const imageAlt = rule({
  id: 'image-alt',
  severity: 'error',
  wcag: ['1.1.1'],
  why: 'People who cannot see the picture get nothing from it unless its words say the same.',
  on: {
    nodes: {
      figure: ({ attrs }, path) =>
        !attrs.decorative && attrs.alt.trim() === '' && { message: noAlt('This picture'), place: { path } },
      image: ({ attrs }, path) =>
        attrs.alt.trim() === '' && { message: noAlt('A picture in this line'), place: { path } },
    },
  },
  examples: {
    fail: ['::figure{src="media/bus.png"}', 'Take the bus ![](media/bus.png) to school.'],
    pass: [
      '::figure{src="media/bus.png" alt="A wheelchair ramp leads into a school bus"}',
      '::figure{src="media/wave.png" decorative}',
    ],
  },
})
