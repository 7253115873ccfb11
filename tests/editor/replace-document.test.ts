import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceDocument } from '../../src/renderer/editor/document/replace-document.ts'
import { blocks, type Doc, normaliseDoc, parseBody } from '../../src/shared/content/index.ts'
import { writing } from './writing.ts'

function becomes(before: string, after: Doc): string {
  const page = writing(before)
  const { schema } = page.editor
  return page
    .run((state, dispatch) => {
      dispatch(replaceDocument(state, Node.fromJSON(schema, after)))
      return true
    })
    .shown()
}

describe('putting other words in place', () => {
  it('leaves the cursor where it stands in words that stay', () => {
    expect(becomes('one\n\nt¦wo\n\nthree', parseBody('one more\n\ntwo\n\nfour').doc)).toBe('one more\n\nt¦wo\n\nfour')
    expect(becomes('The plan is kept¦ here.', parseBody('Your plan is kept here.').doc)).toBe(
      'Your plan is kept¦ here.',
    )
    expect(becomes('- a\n- b¦c', parseBody('- new\n- a\n- bc').doc)).toBe('- new\n- a\n- b¦c')
  })

  it('makes any document any other', () => {
    const page = writing('')
    const samples = blocks.flatMap(({ sample }) => sample)
    const document = fc
      .array(fc.constantFrom(...samples), { minLength: 1, maxLength: 6 })
      .map(content => normaliseDoc({ type: 'doc', content }))
    fc.assert(
      fc.property(document, document, (before, after) => {
        const load = (doc: Doc) => Node.fromJSON(page.editor.schema, doc)
        page.run((state, dispatch) => {
          dispatch(replaceDocument(state, load(before)))
          return true
        })
        page.run((state, dispatch) => {
          dispatch(replaceDocument(state, load(after)))
          return true
        })
        page.editor.state.doc.check()
        expect(page.editor.getJSON()).toEqual(after)
      }),
      { numRuns: 100 },
    )
  })
})
