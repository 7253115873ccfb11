import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/renderer/choose/readings.ts'
import { whatChanged } from '../../src/renderer/choose/what-changed.ts'
import { docFromText, textFromDoc } from '../../src/renderer/choose/written.ts'
import { parseBody } from '../../src/shared/content/index.ts'
import type { Choice } from '../../src/shared/contract/index.ts'
import { choice } from './fake/answers.ts'

describe('two versions of the same words', () => {
  test('both, one after the other, are mine and then theirs', () => {
    expect(wordsOf(choice, 'both').content).toEqual([...choice.mine.doc.content, ...choice.theirs.doc.content])
    expect(wordsOf(choice, 'theirs')).toEqual(choice.theirs.doc)
  })

  test('the heading says what was changed, in the words of the screen', () => {
    const two: Choice = { ...choice, before: parseBody('One.\n\nTwo.').doc }
    expect(whatChanged(choice)).toBe('this paragraph')
    expect(whatChanged(two)).toBe('these paragraphs')
    expect(whatChanged({ ...choice, field: 'title' })).toBe('the title')
    expect(whatChanged({ ...choice, field: 'some-new-field' })).toBe('the same detail of this page')
  })

  test('writing it oneself starts from one’s own words and loses none of their marks', () => {
    const doc = parseBody('Ring **now** or [ask for help](page:01J00000000000000000000001).\n\n- One\n- Two').doc
    expect(docFromText(textFromDoc(doc))).toEqual(doc)
  })
})
