import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseDoc, readingText, repairDoc, wordsIn } from '../../src/shared/content/index.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] })

describe('the door for documents from outside', () => {
  test.each([
    ['nothing', null],
    ['a number', 4],
    ['a string', 'words'],
    ['a list', []],
    ['an empty object', {}],
    ['a document of nonsense', { type: 'doc', content: [1, null, 'x', { type: 4 }] }],
  ])('%s is an empty page', (_, value) => {
    expect(repairDoc(value)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  test('any value at all is a document in normal form', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), content => {
        const doc = repairDoc({ type: 'doc', content: [content] })
        expect(normaliseDoc(doc)).toEqual(doc)
      }),
    )
  })

  test('a document with any one of its nodes renamed loses no word', () => {
    fc.assert(
      fc.property(arbitraryDoc, fc.nat(), fc.constantFrom('widget', 'tableCell', 'paragraph', ''), (made, at, type) => {
        const doc = normaliseDoc(made)
        const copy = structuredClone(doc)
        const nodes: { type: string; attrs?: object }[] = []
        const collect = (node: { type: string; content?: unknown[] }) => {
          if (node.type !== 'text' && node.content) nodes.push(node)
          for (const child of node.content ?? []) collect(child as never)
        }
        for (const block of copy.content) collect(block as never)
        const target = nodes[at % Math.max(1, nodes.length)]
        if (target) target.type = type
        const kept = readingText(repairDoc(copy))
        const leaves = wordsIn(textsOf(copy)).filter(word => /\p{L}/u.test(word))
        expect(leaves.filter(word => !kept.includes(word))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('an unknown block becomes its words', () => {
    expect(repairDoc({ type: 'doc', content: [{ type: 'widget', content: [paragraph('one'), text('two')] }] })).toEqual(
      {
        type: 'doc',
        content: [paragraph('one'), paragraph('two')],
      },
    )
    expect(repairDoc({ type: 'doc', content: [{ type: 'widget', attrs: { label: 'three' } }] }).content).toEqual([
      paragraph('three'),
    ])
  })

  test('paragraphs in a cell become lines of it', () => {
    const cell = { type: 'tableHeader', content: [paragraph('one'), paragraph('two')] }
    const doc = repairDoc({
      type: 'doc',
      content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }],
    })
    expect(doc.content[0]).toEqual({
      type: 'table',
      attrs: { caption: '' },
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              attrs: { align: null, colspan: 1, rowspan: 1, colwidth: null },
              content: [text('one'), { type: 'hardBreak' }, text('two')],
            },
          ],
        },
      ],
    })
  })

  test('a tree that goes round in a circle, or down without end, is cut and not followed', () => {
    const circle: { type: string; content: unknown[] } = { type: 'blockquote', content: [] }
    circle.content.push(circle, circle)
    expect(repairDoc({ type: 'doc', content: [circle] }).type).toBe('doc')
    let deep: unknown = text('down here')
    for (let level = 0; level < 5000; level += 1) deep = { type: 'blockquote', content: [deep] }
    expect(readingText(repairDoc({ type: 'doc', content: [deep] }))).toBe('down here')
  })
})

function textsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { text: words, content } = node as { text?: string; content?: unknown[] }
  return `${words ?? ''}\n${(content ?? []).map(textsOf).join('\n')}`
}
