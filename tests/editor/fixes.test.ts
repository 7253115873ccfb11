import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/renderer/editor/document/apply-edits.ts'
import { replaceDocument } from '../../src/renderer/editor/document/replace-document.ts'
import { fixAll } from '../../src/shared/checks/fix-all.ts'
import { rules, runChecks } from '../../src/shared/checks/index.ts'
import { normaliseDoc, repairDoc, splitText } from '../../src/shared/content/index.ts'
import { takingWording } from '../../src/shared/review/index.ts'
import { facts, mended, pageOf } from '../checks/checked.ts'
import { writing } from './writing.ts'

/** Every fix in the editor itself: the document that it promises, one undo step, and the cursor where somebody writes. */
test.each(rules.flatMap(rule => rule.examples.fail.map(example => [rule.id, example] as const)))(
  '%s: each fix offered in %j is one undo step in the editor',
  (_, example) => {
    const entry = pageOf(example)
    for (const problem of runChecks(entry, facts)) {
      if (!problem.fix) continue
      const { editor } = writing(splitText(example).body)
      const before = editor.getJSON()
      const tr = applyEdits(editor.state, problem.fix.edits)
      expect(tr, problem.fix.label).not.toBeNull()
      if (tr === null) continue
      editor.view.dispatch(tr)
      const now = normaliseDoc(repairDoc(editor.getJSON()))
      expect(now, problem.fix.label).toEqual(normaliseDoc(mended(entry, problem).doc))
      const { selection, doc } = editor.state
      expect(selection.to).toBeLessThanOrEqual(doc.content.size)
      if (selection instanceof TextSelection) expect(selection.$from.parent.inlineContent).toBe(true)
      editor.commands.undo()
      expect(editor.getJSON()).toEqual(before)
    }
  },
)

test('all of a kind are one undo step too, and the cursor stays in its word', async () => {
  const page = writing('From 03/04/2027 or 05/06/2027.\n\nWords th¦at stay.\n\nBy 07/08/2027.')
  const { editor } = page
  const before = page.shown()
  const entry = pageOf('')
  const { doc, count } = await fixAll(page.doc(), 'date-ambiguous', async now =>
    runChecks({ ...entry, doc: now }, facts),
  )
  page.run((state, dispatch) => {
    dispatch(replaceDocument(state, editor.schema.nodeFromJSON(doc)))
    return true
  })
  expect(count).toBe(3)
  expect(page.shown()).toBe('From 3 April 2027 or 5 June 2027.\n\nWords th¦at stay.\n\nBy 7 August 2027.')
  expect(page.press('Mod-z').shown()).toBe(before)
})

test('a suggested wording that is taken is one undo step, and leaves what is beside it', () => {
  const page = writing('Ring **the school** first.\n\nWords th¦at stay.')
  const before = page.shown()
  const quote = { exact: 'the school', prefix: 'Ring ', suffix: ' first.' }
  const tr = applyEdits(page.editor.state, takingWording(page.doc(), quote, 'the office') ?? [])
  if (tr !== null) page.editor.view.dispatch(tr)
  expect(page.shown()).toBe('Ring **the office** first.\n\nWords th¦at stay.')
  expect(page.press('Mod-z').shown()).toBe(before)
})
