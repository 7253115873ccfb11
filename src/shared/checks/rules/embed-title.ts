import { isForTheEye, said, styleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { tidy, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

const vague =
  /^(?:(?:an? |the |my |this )?(?:(?:embedded|you ?tube|vimeo|google|google maps?|inline|external|video|iframe|web)[ -]?)*(?:iframe|i-frame|frame|embed|embedded|embedded content|content|video|video player|player|youtube|vimeo|google maps?|maps?|widget|form|untitled(?: document)?|object|document|page|title|title here|media|external content)(?: ?\d+)?)$|^https?:|^www\.|\.(?:html?|php|aspx|mp4|pdf)$/i

/** Something of another site in a page, and nothing that says what it is. WCAG 2.2 SC 2.4.1 and 4.1.2; technique H64. */
export const embedTitle = rule({
  id: 'embed-title',
  severity: 'error',
  wcag: ['4.1.2'],
  why: 'A screen reader says the title first, so that people know whether to go in; without one it reads an address.',
  on: {
    nodes: {
      video: ({ attrs: { title } }, path) => {
        const found = fault(title)
        return found && { ...found, place: { path } }
      },
    },
    elements: { iframe: look, frame: look, object: look, embed: look },
  },
  examples: {
    fail: [
      '::video{href="https://example.org/a" title="Video"}',
      'One.\n\n<iframe src="https://example.org/a"></iframe>',
    ],
    pass: ['::video{href="https://example.org/a" title="What is an EHC plan?"}'],
    html: {
      fail: [
        '<iframe src="https://example.org/a" title="YouTube video player"></iframe>',
        '<iframe src="https://example.org/a" title=""></iframe>',
        '<object data="a.pdf"></object>',
        '<iframe src="https://example.org/a" aria-labelledby="gone"></iframe>',
      ],
      pass: [
        '<iframe src="https://example.org/a" title="How to apply for a plan, a video of 3 minutes"></iframe>',
        '<iframe src="https://example.org/a" title="Map of Gull House"></iframe>',
        '<iframe src="https://example.org/a" aria-label="How to apply"></iframe>',
        '<h2 id="how">How to apply</h2><iframe src="https://example.org/a" aria-labelledby="how"></iframe>',
        '<iframe src="https://example.org/count" width="0" height="0"></iframe>',
      ],
    },
  },
})

function look({ element, place, named }: MarkupElement) {
  const isUnseen = ['width', 'height'].some(side =>
    /^[01](?:px)?$/.test(said(element, side) ?? styleOf(element).get(side) ?? ''),
  )
  if (isUnseen || isForTheEye(element)) return null
  const labels = (said(element, 'ariaLabelledBy') ?? '').split(/\s+/).flatMap(id => named.get(id) ?? [])
  const found = labels.some(label => wordsOf(label) !== '')
    ? null
    : fault(said(element, 'ariaLabel') || said(element, 'title') || '')
  return found && { ...found, place }
}

function fault(title: string): Omit<Finding, 'place'> | null {
  const words = tidy(title)
  if (words === '') return { message: 'This part has no title that says what it is.' }
  return vague.test(words) ? { message: `“${words}” does not say what this is.`, severity: 'warning' } : null
}
