import { collect } from '../collect.ts'
import { rule } from '../rule.ts'

/** Links that say the same and lead to different places. WCAG 2.2 SC 2.4.4 and 3.2.4. */
export const linkSameText = rule({
  id: 'link-same-text',
  severity: 'warning',
  wcag: ['2.4.4', '3.2.4'],
  why: 'In a list of links, two that say the same look like one, and half of the readers go to the wrong place.',
  on: {
    page: ({ doc }) => {
      const first = new Map<string, string>()
      return collect(doc, []).links.flatMap(({ text, href, path, start, end }) => {
        const words = text.trim().toLowerCase()
        const known = first.get(words)
        if (words === '' || known === undefined || known === href) {
          if (known === undefined) first.set(words, href)
          return []
        }
        return [
          {
            message: `“${text.trim()}” stands here twice and leads to two different places.`,
            place: { path, start, end },
          },
        ]
      })
    },
  },
  examples: {
    fail: ['[Apply](https://example.org/a) and [apply](https://example.org/b).'],
    pass: [
      '[Apply](https://example.org/a) and [Apply](https://example.org/a).',
      '[Apply for travel](/a) and [apply for a plan](/b).',
    ],
  },
})
