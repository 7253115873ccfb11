import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/renderer/choose/readings.ts'
import { whatChanged } from '../../src/renderer/choose/what-changed.ts'
import { keptDoc } from '../../src/renderer/choose/written.ts'
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

  test('what was being written comes back as it was, links and lists and all', () => {
    const { doc } = parseBody('Ring **now** or [ask for help](page:01J00000000000000000000001).\n\n- One\n- Two')
    expect(keptDoc(JSON.stringify(doc))).toEqual(doc)
  })

  test('what was kept and cannot be read starts anew, and never breaks the screen', () => {
    expect(keptDoc('')).toBeNull()
    expect(keptDoc('{"type":')).toBeNull()
    expect(keptDoc('{"type":"script"}')?.type).toBe('doc')
  })
})
