import { plainly } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

/** The same heading twice in one part of a page. WCAG 2.2 SC 2.4.6. */
export const headingSame = rule({
  id: 'heading-same',
  severity: 'warning',
  wcag: ['2.4.6'],
  why: 'In a list of headings the two look the same, and nobody can tell which of them to go to.',
  on: {
    page: ({ headings }) => {
      const above: { level: number; text: string }[] = []
      const known = new Set<string>()
      return headings.flatMap(({ node, path, text }): Finding[] => {
        const { level } = node.attrs
        while ((above.at(-1)?.level ?? 0) >= level) above.pop()
        above.push({ level, text: plainly(text) })
        const name = above.map(each => each.text).join(' > ')
        if (plainly(text) === '' || !known.has(name)) {
          known.add(name)
          return []
        }
        return [{ message: `“${text.trim()}” is a heading here for the second time.`, place: { path } }]
      })
    },
  },
  examples: {
    fail: ['## How to apply\n\nAsk.\n\n## Cost\n\nFree.\n\n## How to apply\n\nRing.'],
    pass: [
      '## By bus\n\n### How to apply\n\nAsk.\n\n## By train\n\n### How to apply\n\nRing.',
      '## How to apply\n\nAsk.\n\n## How to appeal\n\nRing.',
    ],
  },
})
