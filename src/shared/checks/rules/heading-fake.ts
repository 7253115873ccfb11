import type { Inline, Paragraph } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** A bold line that poses as a heading. WCAG 2.2 SC 1.3.1, failure F2. Fixed as a level 3 heading under a level 2 one. */
export const headingFake = rule({
  id: 'heading-fake',
  severity: 'error',
  wcag: ['1.3.1'],
  why: 'It looks like a heading, but nobody can jump to it, and it is not in the page’s contents.',
  on: {
    page: ({ doc }) => {
      let level: 2 | 3 = 2
      return doc.content.flatMap((block, index) => {
        if (block.type === 'heading') level = block.attrs.level >= 2 ? 3 : 2
        if (block.type !== 'paragraph' || index === doc.content.length - 1) return []
        const text = (block.content ?? [])
          .map(inline => (inline.type === 'text' ? inline.text : ''))
          .join('')
          .trim()
        if (!isBoldLine(block) || text.split(/\s+/).length > 12 || /[.!,;]$/.test(text)) return []
        // A bold line that introduces nothing (a figure, another bold line) is emphasis, not a heading.
        const next = doc.content[index + 1]
        if (!next || next.type === 'heading' || (next.type === 'paragraph' && isBoldLine(next))) return []
        const heading = { type: 'heading' as const, attrs: { level }, content: (block.content ?? []).map(withoutBold) }
        return [
          {
            message: `“${text}” is a bold line that works as a heading.`,
            place: { path: [index] },
            fix: { label: 'Make it a heading', edits: [{ path: [index], nodes: [heading] }] },
          },
        ]
      })
    },
  },
  examples: {
    fail: ['**If the school is too far away**\n\nYour child can stay.', '## Moving\n\n**Who to tell**\n\n- the school'],
    pass: [
      '**Moving because of work?** Ask for help.\n\nMore.',
      '**You must apply by 31 January.**\n\nMore.',
      '## Moving\n\nTell us.',
      'Words.\n\n**Last line**',
    ],
  },
})

function isBoldLine(paragraph: Paragraph): boolean {
  const content = paragraph.content ?? []
  return (
    content.length > 0 &&
    content.every(
      inline =>
        inline.type === 'text' && (inline.text.trim() === '' || inline.marks?.some(mark => mark.type === 'bold')),
    ) &&
    content.every(inline => inline.type !== 'text' || !inline.marks?.some(mark => mark.type === 'link'))
  )
}

function withoutBold(inline: Inline): Inline {
  if (inline.type !== 'text' || !inline.marks) return inline
  const { marks, ...text } = inline
  const others = marks.filter(mark => mark.type !== 'bold')
  return others.length > 0 ? { ...text, marks: others } : text
}
