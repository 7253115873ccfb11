import { Node, Schema } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  blocks,
  childrenOf,
  type Doc,
  headingsOf,
  inlines,
  linksOf,
  marks,
  mediaOf,
  nodeAt,
  normaliseDoc,
  parseBody,
  parts,
  placeAt,
  positionOf,
  readingText,
  replaceAt,
  samples,
  slugify,
  textOf,
  walk,
  wordsIn,
} from '../../src/shared/content/index.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'

/** ProseMirror's own schema of the model, made of the lists alone. */
const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    ...Object.fromEntries([...blocks, ...parts, ...inlines].map(({ name, spec }) => [name, spec])),
  } as never,
  marks: Object.fromEntries(marks.map(({ name, spec }) => [name, spec])) as never,
})

describe('ProseMirror and the model', () => {
  test('a document in normal form fits the schema that the lists make', () => {
    fc.assert(
      fc.property(arbitraryDoc, made => {
        expect(() => schema.nodeFromJSON(normaliseDoc(made)).check()).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })

  test('agree on where every node stands', () => {
    fc.assert(
      fc.property(arbitraryDoc, made => {
        const doc = normaliseDoc(made)
        const theirs: [number, number, string][] = []
        schema.nodeFromJSON(doc).descendants((node, position) => {
          theirs.push([position, position + node.nodeSize, node.type.name])
        })
        const ours: [number, number, string][] = []
        walk(doc, (node, path) => {
          const found = path.length ? positionOf(doc, { path: [...path] }) : null
          if (found) ours.push([found.from, found.to, node.type])
        })
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 100 },
    )
  })

  test('agree on which words stand between two offsets, and the way back finds the same words', () => {
    fc.assert(
      fc.property(arbitraryDoc, fc.nat(), fc.nat(), fc.nat(), (made, which, one, other) => {
        const doc = normaliseDoc(made)
        const inHand: number[][] = []
        walk(doc, (node, path) => {
          if (node.type === 'text' || childrenOf(node).some(child => child.type === 'text')) inHand.push([...path])
        })
        fc.pre(inHand.length > 0)
        const path = inHand[which % inHand.length] ?? []
        const node = nodeAt(doc, path)
        const text = node ? textOf(node) : ''
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ]
        fc.pre(start < end)
        const found = positionOf(doc, { path, start, end })
        const theirs = schema.nodeFromJSON(doc)
        const words =
          found && theirs.textBetween(found.from, found.to, '', leaf => (leaf.type.name === 'hardBreak' ? '\n' : ''))
        expect(words).toBe(text.slice(start, end))
        const back = found && placeAt(doc, found.from, found.to)
        const backNode = back && nodeAt(doc, back.path)
        expect(backNode && textOf(backNode).slice(back.start, back.end)).toBe(text.slice(start, end))
      }),
      { numRuns: 200 },
    )
  })

  test('a place that is nowhere is null', () => {
    expect(positionOf(samples, { path: [9999] })).toBeNull()
    expect(placeAt(samples, -1)).toBeNull()
    expect(placeAt(samples, 10_000_000)).toBeNull()
  })

  test('a place is found where its block has gone, and where it is in the words that the block has now', () => {
    const [above, below] = [parseBody('Above.').doc.content, parseBody('See **this** page.').doc.content]
    const place = { path: [1], start: 4, end: 8 }
    const wordsAt = (content: Block[]) => {
      const doc: Doc = { type: 'doc', content }
      const { from, to } = positionOf(doc, place) ?? { from: 0, to: 0 }
      return Node.fromJSON(schema, doc).textBetween(from, to)
    }
    expect(wordsAt([...above, ...below])).toBe('this')
    expect(wordsAt([...parseBody('A longer one above.').doc.content, ...below])).toBe('this')
    expect(wordsAt([...above, ...parseBody('Not *that one*.').doc.content])).toBe('that')
    expect(wordsAt([...above, ...below])).toBe('this')
    expect(positionOf({ type: 'doc', content: above }, place)).toBeNull()
  })
})

describe('words, headings and references', () => {
  const { doc } = parseBody(
    '# What’s *next*?\n\n## What’s next\n\n> ### Überblick 中文\n\n#\n\nSee [this **page**](page:01J00000000000000000000001) and ![A hall](media/hall.png).\n\n::document{src="media/form.pdf" title="Form"}\n\n::service{id="01J00000000000000000000002"}\n',
  )

  test('every heading has an address of its own', () => {
    expect(headingsOf(doc).map(({ slug, text, level, path }) => [slug, text, level, path])).toEqual([
      ['whats-next', 'What’s next?', 1, [0]],
      ['whats-next-2', 'What’s next', 2, [1]],
      ['uberblick', 'Überblick 中文', 3, [2, 0]],
      ['section', '', 1, [3]],
    ])
  })

  test('an address has small letters, digits and hyphens, and is not cut within a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(slugify(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      }),
    )
    expect(slugify('word '.repeat(40)).endsWith('-word')).toBe(true)
  })

  test('a link over several marked words is one link', () => {
    expect(linksOf(doc)).toEqual([
      { href: 'page:01J00000000000000000000001', text: 'this page', path: [4, 1] },
      { href: 'media/form.pdf', text: 'Form', path: [5] },
      { href: 'service:01J00000000000000000000002', text: 'Service card', path: [6] },
    ])
  })

  test('media are what is shown and what is offered', () => {
    expect(mediaOf(doc)).toEqual(['media/hall.png', 'media/form.pdf'])
  })

  test('what is replaced is replaced, and all else is the same object', () => {
    const other = replaceAt(doc, [2, 0], [])
    expect(nodeAt(other, [2])).toEqual({ type: 'blockquote', content: [] })
    expect(other.content[0]).toBe(doc.content[0])
    expect(replaceAt(doc, [99, 0], [])).toEqual(doc)
  })

  test('words keep their apostrophes and hyphens', () => {
    expect(wordsIn('Don’t use well-known “e-mail” 24/7.')).toEqual(['Don’t', 'use', 'well-known', 'e-mail', '24', '7'])
  })

  test('reading text has blocks on lines and captions too', () => {
    expect(readingText(samples)).toContain('The ramp is on the left of the main door.')
    expect(readingText(samples)).toContain('Moving with an EHC plan\n')
  })
})
