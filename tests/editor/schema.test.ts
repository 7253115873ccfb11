import { getSchemaByResolvedExtensions, resolveExtensions } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { modelSchema } from '../../src/renderer/editor/document/schema-spec.ts'
import { modelExtensions } from '../../src/renderer/editor/extensions.ts'
import { blocks, type Doc, inlines, marks, parts } from '../../src/shared/content/index.ts'

const schema = getSchemaByResolvedExtensions(resolveExtensions(modelExtensions), undefined, modelSchema)

describe('the editor’s schema', () => {
  it('has exactly the model’s nodes and marks', () => {
    const names = ['doc', ...[...blocks, ...parts, ...inlines].map(({ name }) => name)]
    expect(Object.keys(schema.nodes).sort()).toEqual(names.sort())
    expect(Object.keys(schema.marks)).toEqual(marks.map(({ name }) => name))
  })

  it.each([...blocks, ...parts, ...inlines].map(({ name, spec }) => [name, spec] as const))(
    'gives %s the content and the attributes of the model',
    (name, spec) => {
      const type = schema.nodes[name]
      expect(type?.spec.content).toBe(spec.content)
      expect(Object.keys(type?.spec.attrs ?? {})).toEqual(Object.keys(spec.attrs ?? {}))
      expect(type?.isAtom).toBe(type?.isLeaf)
      expect(type?.spec.tableRole).toBe(spec.tableRole)
    },
  )

  it('makes a paragraph where it has to make something up', () => {
    expect(schema.nodes.doc?.contentMatch.defaultType?.name).toBe('paragraph')
  })

  it.each(blocks.flatMap(({ name, sample }) => sample.map((block, index) => [`${name} ${index + 1}`, block] as const)))(
    'loads and gives back %s as it is',
    (_, block) => {
      const doc: Doc = { type: 'doc', content: [block] }
      const loaded = Node.fromJSON(schema, doc)
      loaded.check()
      expect(loaded.toJSON()).toEqual(doc)
    },
  )

  it('keeps all marks of a word in the model’s order', () => {
    const words: Doc = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'witaj',
              marks: [
                { type: 'link', attrs: { href: 'https://example.org', title: null } },
                { type: 'lang', attrs: { lang: 'pl' } },
                { type: 'bold' },
                { type: 'italic' },
                { type: 'code' },
              ],
            },
          ],
        },
      ],
    }
    expect(Node.fromJSON(schema, words).toJSON()).toEqual(words)
  })
})
