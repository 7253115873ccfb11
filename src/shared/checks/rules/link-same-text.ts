import { type Finding, type LinkRun, rule } from '../rule.ts'
import { isVague } from './link-text.ts'

/** Links that say the same and lead to different places. WCAG 2.2 SC 2.4.4 and 3.2.4. */
export const linkSameText = rule({
  id: 'link-same-text',
  severity: 'warning',
  wcag: ['2.4.4', '3.2.4'],
  why: 'In a list of links, two that say the same look like one, and half of the readers go to the wrong place.',
  on: {
    pageOfDocument: ({ links }) => twice(links),
    markup: ({ links }) => twice(links),
  },
  examples: {
    fail: ['[Blue badges](https://example.org/a) and [blue badges!](https://example.org/b).'],
    pass: [
      '[Blue badges](https://example.org/a) and [Blue badges](https://example.org/a).',
      '[Apply for travel](/a) and [apply for a plan](/b).',
      '[Travel](https://example.org/travel) and [Travel](http://www.example.org/travel/).',
    ],
    html: {
      fail: ['<p><a href="/a">Blue badges</a></p><p><a href="/b"> Blue badges </a></p>'],
      pass: ['<p><a href="/a">Blue badges</a></p><p><a href="/a/">Blue badges</a></p>'],
    },
  },
})

function twice(links: readonly LinkRun[]): Finding[] {
  const first = new Map<string, string>()
  return links.flatMap(({ text, href, place }) => {
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    // Links that say nothing are told so, each by itself.
    if (words === '' || isVague(text)) return []
    const known = first.get(words)
    if (known === undefined) first.set(words, placeOf(href))
    if (known === undefined || known === placeOf(href)) return []
    return [
      {
        message: `“${text.trim()}” stands here twice and leads to two different places.`,
        place,
      },
    ]
  })
}

/** The same page, however its address is written. */
function placeOf(href: string): string {
  return href.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}
