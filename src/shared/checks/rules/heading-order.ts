import { childrenOf, type Doc, type Heading } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'

/** A heading that skips a level, or a second top heading. WCAG 2.2 SC 1.3.1 and 2.4.6. */
export const headingOrder = rule({
  id: 'heading-order',
  severity: 'warning',
  wcag: ['1.3.1', '2.4.6'],
  why: 'Many people find their way by headings; a missing level sounds as if a part of the page had been left out.',
  on: {
    page: ({ entry, doc, headings }) => {
      const hasTitle = entry.fields.title.trim() !== ''
      // A part of a page starts at the level that it has there.
      let last = hasTitle ? 1 : (headings[0]?.node.attrs.level ?? 1) - 1
      let tops = hasTitle ? 1 : 0
      return headings.flatMap(({ node, path, text }): Finding[] => {
        const { level } = node.attrs
        // One without words is asked to go by another rule, and holds no place for those that stay.
        if (text.trim() === '' && childrenOf(node).every(({ type }) => type !== 'image')) return []
        const allowed = last + 1
        const finding = (message: string, right: number): Finding => {
          last = right
          if (level < right && isHeldByLevel(doc, path, right)) return { message, place: { path } }
          const nodes = [{ ...node, attrs: { level: right as Heading['attrs']['level'] } }]
          return {
            message,
            place: { path },
            fix: { label: `Make it a level ${right} heading`, edits: [{ path, nodes }] },
          }
        }
        if (level === 1) tops += 1
        if (level === 1 && tops > 1) return [finding(`“${text}” is a top heading, and the page has one already.`, 2)]
        if (level > allowed)
          return [finding(`“${text}” skips a level: the heading above it is level ${last}.`, allowed)]
        last = level
        return []
      })
    },
  },
  examples: {
    fail: ['## Who can apply\n\n#### Age', '# Travel', '### Travel'],
    pass: ['## Who can apply\n\n### Age\n\n## How to apply', 'No heading at all.'],
  },
})

/** Whether what stands under a heading would stand beside it at a lower level. */
function isHeldByLevel(doc: Doc, path: readonly number[], right: number): boolean {
  const next = doc.content.slice((path[0] ?? 0) + 1).find(block => block.type === 'heading')
  return next !== undefined && next.attrs.level <= right
}
