import type { Element } from 'hast'
import type { MarkupElement } from '../markup/markup.ts'
import { nameOf, within } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

/** What there is to press on to see the rest. WCAG 2.2 SC 4.1.2, failure F68; HTML: nothing else to press may be in it. */
export const detailsSummary = rule({
  id: 'details-summary',
  severity: 'warning',
  wcag: ['4.1.2'],
  why: 'The words that open the rest are all that a reader meets of it, and can do one thing alone when they are pressed.',
  on: {
    nodes: {
      summary: ({ content = [] }, path) =>
        content.some(inline => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'link'))
          ? { message: hasLink, place: { path } }
          : null,
    },
    elements: {
      details: seen => !within(seen.element, 'summary').some(isHeld(seen)) && { message: unnamed, place: seen.place },
      summary: seen => findingsIn(seen),
    },
  },
  examples: {
    fail: [
      ':::details[What it [costs](https://example.org/costs)]\nIt is free.\n:::',
      '<details><summary></summary><p>It is free.</p></details>',
    ],
    pass: [':::details[What it costs]\nIt is free. See [all costs](https://example.org/costs).\n:::'],
    html: {
      fail: [
        '<details><summary> </summary><p>It is free.</p></details>',
        '<details><p>It is free.</p></details>',
        '<details><summary>What it <a href="/costs">costs</a></summary><p>It is free.</p></details>',
      ],
      pass: [
        '<details><summary>What it costs</summary><p>It is <a href="/costs">free</a>.</p></details>',
        '<details><summary><img src="cost.png" alt="What it costs"></summary><p>It is free.</p></details>',
      ],
    },
  },
})

const unnamed = 'Nothing says what opens here. Say in a few words what is inside.'
const hasLink = 'There is a link in the words that open the rest, so one press does two things. Put the link inside.'

/** Its own, and not that of another one inside it. */
function isHeld({ element }: MarkupElement): (summary: Element) => boolean {
  return summary => element.children.includes(summary)
}

function findingsIn({ element, named, place }: MarkupElement): Finding[] {
  return [
    ...(nameOf(element, named) === '' ? [{ message: unnamed, place }] : []),
    ...(within(element, 'a', 'button', 'input', 'select').length > 0 ? [{ message: hasLink, place }] : []),
  ]
}
