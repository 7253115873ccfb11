import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { findingsOf, type Known, type Seen } from '../../src/renderer/editor/preview/rendered-findings.ts'
import { criterionIn, styleSheetRules, writtenRules } from '../../src/renderer/editor/preview/rendered-rules.ts'
import { rules } from '../../src/shared/checks/rules/index.ts'
import { type Doc, nodeAt, parseBody, positionOf, textOf } from '../../src/shared/content/index.ts'

const { doc } = parseBody(`## Who can come

Ask [our team](https://example.org/) or ask your school.

- Bring a friend
- Bring your plan

| Age | Day |
| --- | --- |
| 5 | Monday |
`)

const seen = (rule: string, place: Seen['place'], words = ''): Seen => ({
  rule,
  help: `Help of ${rule}`,
  criteria: rule === 'bypass' ? ['2.4.1'] : ['4.1.2'],
  place,
  words,
})
const found = (given: readonly Seen[], known: readonly Known[] = []) => findingsOf(given, doc, known)
const at = (path: number[]): Known['where'] => {
  const position = positionOf(doc, { path })
  if (position === null) throw new Error(`nothing stands at ${path}`)
  return position
}

/** The words that somebody is led to. */
function wordsAt(one: Seen, from: Doc = doc): string {
  const [finding] = findingsOf([one], from, []).ofWords
  if (finding === undefined || finding.place === 'title') return String(finding?.place)
  const { path, start, end } = finding.place
  const node = nodeAt(from, path)
  return node === null ? 'nowhere' : textOf(node).slice(start, end)
}

describe('what a browser shows is led back to', () => {
  test('the very words of a link', () => {
    expect(wordsAt(seen('link-name', [1], 'our team'))).toBe('our team')
  })

  test('the whole block, where its words are drawn otherwise or are none', () => {
    expect(wordsAt(seen('link-name', [1], 'our team (opens elsewhere)'))).toBe('Ask our team or ask your school.')
    expect(wordsAt(seen('empty-heading', [0]))).toBe('Who can come')
  })

  test('one item of a list, and one cell of a table', () => {
    expect(wordsAt(seen('some-rule', [2, 1]))).toBe('Bring your plan')
    expect(wordsAt(seen('empty-table-header', [3, 0, 1]))).toBe('Day')
  })

  test('the title', () => {
    expect(wordsAt(seen('empty-heading', 'title'))).toBe('title')
  })

  test('nothing, where the words were taken out since', () => {
    expect(findingsOf([seen('link-name', [9], 'our team')], doc, [])).toEqual({ ofWords: [], ofSite: [], criteria: [] })
  })
})

describe('what is said', () => {
  test('is a sentence of ours, with the words', () => {
    const [finding] = found([seen('heading-order', [0], 'Who can come')]).ofWords
    expect(finding?.sentence).toBe('The heading “Who can come” is more than one level below the one before it.')
  })

  test('is no longer than a sentence, however long the words are', () => {
    const [finding] = found([seen('valid-lang', [1], 'long '.repeat(50).trim())]).ofWords
    expect(finding?.sentence.length).toBeLessThan(130)
    expect(finding?.sentence).toContain('…”')
  })

  test('is axe’s own where there is none of ours', () => {
    expect(found([seen('new-rule', [0])]).ofWords.map(({ sentence }) => sentence)).toEqual(['Help of new-rule.'])
  })

  test('is apart, and once, where no words can cause it', () => {
    const template = [seen('region', null), seen('bypass', null), seen('region', null)]
    expect(found(template)).toMatchObject({ ofWords: [], ofSite: ['Help of region', 'Help of bypass'] })
  })
})

describe('the success criteria that it fails', () => {
  test('are counted once, and none of what our own rules say already', () => {
    const known: Known[] = [{ rule: 'link-empty', where: at([1]) }]
    expect(found([seen('link-name', [1])], known).criteria).toEqual([])
    expect(found([seen('link-name', [1]), seen('link-name', [0]), seen('bypass', null)]).criteria).toEqual([
      '4.1.2',
      '2.4.1',
    ])
  })

  test('are read from axe’s tags', () => {
    expect(['wcag2a', 'wcag111', 'wcag1412', 'wcag21aa', 'TTv5', 'EN-9.1.4.3'].flatMap(criterionIn)).toEqual([
      '1.1.1',
      '1.4.12',
    ])
  })
})

describe('what our own rules say', () => {
  test('is not said again about the same words', () => {
    const known: Known[] = [{ rule: 'link-empty', where: at([1]) }]
    expect(found([seen('link-name', [1])], known).ofWords).toEqual([])
    expect(found([seen('link-name', [2, 0])], known).ofWords).toHaveLength(1)
  })

  test('does not hide another fault of the same words', () => {
    expect(found([seen('link-name', [1])], [{ rule: 'plain-words', where: at([1]) }]).ofWords).toHaveLength(1)
  })

  test('about the next block is about other words', () => {
    expect(found([seen('empty-heading', [0])], [{ rule: 'heading-empty', where: at([1]) }]).ofWords).toHaveLength(1)
  })

  test('about the title is not about the words', () => {
    const known: Known[] = [{ rule: 'page-title', where: 'title' }]
    expect(found([seen('empty-heading', 'title')], known).ofWords).toEqual([])
    expect(found([seen('empty-heading', [0])], known).ofWords).toHaveLength(1)
  })

  test('is named by rules that there are', () => {
    const ids = new Set(rules.map(({ id }) => id))
    const named = [...writtenRules.values()].flatMap(({ ours }) => ours)
    expect(named.filter(id => !ids.has(id))).toEqual([])
  })
})

test('every rule that is spoken of here is one of axe’s', () => {
  const ids = new Set(axe.getRules().map(({ ruleId }) => ruleId))
  expect([...writtenRules.keys(), ...styleSheetRules].filter(id => !ids.has(id))).toEqual([])
})
