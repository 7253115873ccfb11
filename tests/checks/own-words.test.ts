import { describe, expect, test } from 'vitest'
import { type CheckFacts, createChecker, ownWordsOf, type Problem, rules } from '../../src/shared/checks/index.ts'
import { serialiseBody } from '../../src/shared/content/index.ts'
import { facts, mended, pageOf } from './checked.ts'

const own = ownWordsOf({
  words: ['playscheem', 'Thorpebay', 'buddie'],
  shortForms: [
    { name: 'SNAP', means: 'special needs and parents' },
    { name: 'OT', means: 'our team' },
  ],
})
const withOwn: CheckFacts = { ...facts, own }

function found(text: string, rule: string, known: CheckFacts): Problem[] {
  return createChecker(rules)
    .check(pageOf(text), known)
    .filter(problem => problem.rule === rule)
}

describe('words that the team has added', () => {
  test.each([
    'Come to the playscheem.',
    'Both playscheems are full.',
    'The playscheem’s door is green.',
    'The playscheems’ doors are green.',
    'The buddies wait at the thorpebay stop.',
  ])('are no mistake, in the plural and as a possessive either: %s', text => {
    expect(found(text, 'spelling', withOwn)).toEqual([])
  })

  test('are a mistake without them, and may be added from there', () => {
    expect(found('Come to the playscheem.', 'spelling', facts)).toMatchObject([
      { unknown: { kind: 'word', word: 'playscheem' } },
    ])
  })

  test('leave every other mistake where it is', () => {
    const [first, ...more] = found('The paediatrican is at the playscheem.', 'spelling', withOwn)
    expect(first).toMatchObject({ unknown: { word: 'paediatrican' } })
    expect(more).toEqual([])
  })

  test('are known at once to a checker that has seen the page without them', () => {
    const checker = createChecker(rules)
    const page = pageOf('Come to the playscheem.')
    const ofSpelling = (known: CheckFacts) => checker.check(page, known).filter(({ rule }) => rule === 'spelling')
    expect(ofSpelling(facts)).toHaveLength(1)
    expect(ofSpelling(withOwn)).toEqual([])
    expect(ofSpelling(facts)).toHaveLength(1)
  })
})

describe('short forms that the team has added', () => {
  test('are asked about where nobody knew them, and offered in words from then on', () => {
    expect(found('Ask the NZQX for advice.', 'acronyms', facts)).toMatchObject([
      { unknown: { kind: 'short-form', word: 'NZQX' } },
    ])
    const known = {
      ...facts,
      own: ownWordsOf({ words: [], shortForms: [{ name: 'NZQX', means: 'new quick school' }] }),
    }
    const [problem] = found('Ask the NZQX for advice.', 'acronyms', known)
    expect(problem?.unknown).toBeUndefined()
    expect(problem && serialiseBody(mended(pageOf('Ask the NZQX for advice.'), problem).doc)).toBe(
      'Ask the new quick school (NZQX) for advice.\n',
    )
  })

  test('are seen though they read like a word, and count before what any glossary says', () => {
    expect(found('Ask SNAP for advice.', 'acronyms', facts)).toEqual([])
    expect(found('Ask SNAP for advice.', 'acronyms', withOwn)).toHaveLength(1)
    expect(found('Ask the OT.', 'acronyms', withOwn)[0]?.message).toContain('our team')
    expect(found('Ask special needs and parents (SNAP). SNAP helps.', 'acronyms', withOwn)).toEqual([])
  })
})
