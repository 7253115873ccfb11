import type { Element } from 'hast'
import { type Inline, type ListItem, type Node, nodeAt } from '../../content/index.ts'
import { said } from '../markup/attributes.ts'
import type { MarkupLink } from '../markup/markup.ts'
import { type Finding, type Fix, type LinkRun, rule } from '../rule.ts'

/** Links with nothing but a space between them. */
export const linkSeparated = rule({
  id: 'link-separated',
  severity: 'warning',
  wcag: [],
  source: 'Links that stand side by side are a list, or have words between them',
  why: 'Side by side they look and sound like one link, and are easily missed with a finger.',
  on: {
    pageOfDocument: ({ doc, links }) =>
      pairs(links, (one, other) => {
        const isSameBlock = one.path.join() === other.path.join()
        const isPicture = one.start === one.end || other.start === other.end
        return isSameBlock && !isPicture && /^[ \u00a0]*$/.test(one.block.text.slice(one.end, other.start))
      }).map((finding): Finding => {
        const fix = makingList(nodeAt(doc, finding.place.path), finding.place.path)
        return fix ? { ...finding, fix } : finding
      }),
    markup: ({ links }) => pairs(links, areTogether),
  },
  examples: {
    fail: ['[Travel](https://example.org/travel) [Health](https://example.org/health)'],
    pass: [
      '[Travel](https://example.org/travel), [Health](https://example.org/health)',
      '[Travel](https://example.org/travel)\\\n[Health](https://example.org/health)',
      '- [Travel](https://example.org/travel)\n- [Health](https://example.org/health)',
    ],
    html: {
      fail: ['<p><a href="/a">Travel</a> <a href="/b">Health</a></p>'],
      pass: [
        '<p><a href="/a">Travel</a> | <a href="/b">Health</a></p>',
        '<p><a href="/a">Travel</a><br><a href="/b">Health</a></p>',
        '<p><a class="button" href="/a">Apply</a> <a class="button" href="/b">Ask</a></p>',
        '<p><a href="/a"><img src="a.png" alt="Travel"></a> <a href="/b"><img src="b.png" alt="Health"></a></p>',
      ],
    },
  },
})

function pairs<T extends LinkRun>(links: readonly T[], areClose: (one: T, other: T) => boolean): Finding[] {
  return links.flatMap((link, index): Finding[] => {
    const before = links[index - 1]
    if (!before || before.href === link.href || !areClose(before, link)) return []
    const message = `“${before.text.trim()}” and “${link.text.trim()}” have nothing between them. Make them a list.`
    return [{ message, place: link.place }]
  })
}

/** A paragraph that is nothing but links is a list of them. */
function makingList(node: Node | null, path: number[]): Fix | null {
  if (node?.type !== 'paragraph') return null
  const items: Inline[][] = []
  let href: string | null = null
  for (const inline of node.content ?? []) {
    if (inline.type === 'text' && inline.text.trim() === '' && !inline.marks?.length) continue
    const link = inline.type === 'text' ? inline.marks?.find(mark => mark.type === 'link') : undefined
    if (!link) return null
    if (link.attrs.href === href) items.at(-1)?.push(inline)
    else items.push([inline])
    href = link.attrs.href
  }
  const content = items.map(
    (words): ListItem => ({ type: 'listItem', content: [{ type: 'paragraph', content: words }] }),
  )
  return { label: 'Make them a list', edits: [{ path, nodes: [{ type: 'bulletList', content }] }] }
}

function areTogether({ seen: one }: MarkupLink, { seen: other }: MarkupLink): boolean {
  const parent = one.around[0]
  if (!parent || parent !== other.around[0] || isDrawnApart(one.element) || isDrawnApart(parent)) return false
  const { children } = parent
  const between = children.slice(children.indexOf(one.element) + 1, children.indexOf(other.element))
  const isText = ({ children: inside }: Element) => inside.some(child => child.type === 'text' && child.value.trim())
  return (
    between.every(child => child.type === 'text' && child.value.trim() === '') &&
    isText(one.element) &&
    isText(other.element)
  )
}

/** A button, a tile and an entry of a menu have edges of their own. */
function isDrawnApart(element: Element): boolean {
  const classes = said(element, 'className') ?? ''
  return (
    /\b(?:btn|button|card|tile|nav|menu|tabs?|pill|tag|badge|pagination|pager|breadcrumbs?|social|share)/i.test(
      classes,
    ) || element.tagName === 'nav'
  )
}
