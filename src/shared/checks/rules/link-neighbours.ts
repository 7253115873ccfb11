import { isBlockElement } from '../../content/html/bare-html.ts'
import { linking } from '../edit-text.ts'
import type { MarkupLink } from '../markup/markup.ts'
import { areSide } from '../markup/neighbours.ts'
import { wordsOf } from '../markup/words.ts'
import { type Finding, type LinkRun, rule } from '../rule.ts'

/** Two links, one after the other, to one place. WCAG 2.2 SC 2.4.4; technique H2. */
export const linkNeighbours = rule({
  id: 'link-neighbours',
  severity: 'warning',
  wcag: ['2.4.4'],
  why: 'Whoever goes from link to link hears the same way twice, and wonders what the difference is. Make them one link.',
  on: {
    pageOfDocument: ({ links }) =>
      pairs(links, (one, other) => {
        const between = one.path.join() === other.path.join() ? one.block.text.slice(one.end, other.start) : 'x'
        return !/[\p{L}\p{N}\n]/u.test(between)
      }),
    markup: ({ links }) => pairs(links, (one, other) => isNear(one, other) && areSide(one.seen, other.seen)),
  },
  examples: {
    fail: [
      '[Travel](https://example.org/travel), [help with travel](https://example.org/travel).',
      '[Travel](https://example.org/travel) [to school](https://example.org/travel).',
    ],
    pass: [
      '[Travel](https://example.org/travel), [health](https://example.org/health).',
      'Read about [travel](https://example.org/travel). You can [apply](https://example.org/travel) too.',
    ],
    html: {
      fail: [
        '<p><a href="/a"><img src="a.jpg" alt="A bus"></a> <a href="/a">Travel to school</a></p>',
        '<div><a href="/a"><img src="a.jpg" alt="A bus"></a></div><h3><a href="/a">Travel to school</a></h3>',
      ],
      pass: [
        '<p><a href="/a"><img src="a.jpg" alt=""> Travel to school</a></p>',
        '<p><a href="/a">Travel</a></p><h3><a href="/a">Travel to school</a></h3>',
        '<p><a href="/a">Travel</a></p><p>Words. <a href="/a">Travel</a></p>',
        '<ul><li><a href="/a">Travel</a></li><li><a href="/b">Health</a></li></ul>',
      ],
    },
  },
})

/** In one block; or the one is a picture and the other its words, as on a card. */
function isNear({ seen: one }: MarkupLink, { seen: other }: MarkupLink): boolean {
  const isSameBlock = one.around.find(isBlockElement) === other.around.find(isBlockElement)
  return isSameBlock || [one, other].some(({ element }) => wordsOf(element) === '')
}

function pairs<T extends LinkRun>(links: readonly T[], areNeighbours: (one: T, other: T) => boolean): Finding[] {
  return links.flatMap((link, index): Finding[] => {
    const before = links[index - 1]
    if (!before || before.href !== link.href || link.href === '' || !areNeighbours(before, link)) return []
    const words = link.text.trim() || 'This link'
    const message = `“${words}” leads to the same place as the link right before it.`
    const { block, href, place } = link
    // A comma between two links is part of a sentence, not of a link's name.
    const isOneName = before.block === block && /^[ \u00a0]*$/.test(block.text.slice(before.end, link.start))
    if (!isOneName) return [{ message, place }]
    return [{ message, place, fix: linking('Make them one link', block, before.start, link.end, href) }]
  })
}
