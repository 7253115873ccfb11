import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/renderer/editor/document/apply-edits.ts'
import { rules, runChecks } from '../../src/shared/checks/index.ts'
import { normaliseDoc, repairDoc, splitText } from '../../src/shared/content/index.ts'
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
