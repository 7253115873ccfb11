import type { Inline, ListItem, Paragraph } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'

const mark = /^(?:[-–—•·▪*]\s+|\(?(?:\d{1,2}|[a-h])[.)]\s+)/

/** A list typed by hand with dashes, dots or numbers. WCAG 2.2 SC 1.3.1. */
export const listTyped = rule({
  id: 'list-typed',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A real list says how many things are in it and lets people skip from one to the next; typed dashes do not.',
  on: {
    page: ({ doc }) => {
      const findings: Finding[] = []
      for (let index = 0; index < doc.content.length; index++) {
        const run: Paragraph[] = []
        for (let at = index; ; at++) {
          const block = doc.content[at]
          if (block?.type !== 'paragraph' || !mark.test(startOf(block))) break
          run.push(block)
        }
        if (run.length < 2) continue
        const from = index
        const ordered = run.every(paragraph => /^\(?\d/.test(startOf(paragraph)))
        const items = run.map(paragraph => ({ type: 'listItem', content: [withoutMark(paragraph)] }) satisfies ListItem)
        const list = ordered
          ? ({ type: 'orderedList', attrs: { start: 1 }, content: items } as const)
          : ({ type: 'bulletList', content: items } as const)
        findings.push({
          message: 'These lines are a list typed by hand.',
          place: { path: [from] },
          fix: {
            label: ordered ? 'Make it a numbered list' : 'Make it a list',
            // Later lines go first, so that the paths of the earlier ones still hold.
            edits: [
              ...run.slice(1).map((_, offset) => ({ path: [from + run.length - 1 - offset], nodes: [] })),
              { path: [from], nodes: [list] },
            ],
          },
        })
        index += run.length - 1
      }
      return findings
    },
  },
  examples: {
    fail: ['• one thing\n\n• another', '1\\) first\n\n2\\) second', '– one\n\n– two'],
    pass: ['- one thing\n- another', '– an aside, and nothing more', 'One.\n\nTwo.'],
  },
})

function startOf(paragraph: Paragraph): string {
  const [first] = paragraph.content ?? []
  return first?.type === 'text' ? first.text : ''
}

function withoutMark(paragraph: Paragraph): Paragraph {
  const [first, ...rest] = paragraph.content ?? []
  if (first?.type !== 'text') return paragraph
  const text = first.text.replace(mark, '')
  const content: Inline[] = text === '' ? rest : [{ ...first, text }, ...rest]
  return { ...paragraph, content }
}
